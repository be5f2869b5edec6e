/**
 * Names that some agent, editor or search tool obeys. Each is neutralised as a file and as a directory, at any depth.
 * Ignore files are here because ripgrep honours them: a hostile one hides files from the reviewer's searches.
 */
const names: ReadonlySet<string> = new Set([
  // Instruction files.
  'agent.md',
  'agents.md',
  'agents.local.md',
  'agents.override.md',
  'claude.md',
  'claude.local.md',
  'copilot-instructions.md',
  'crush.md',
  'crush.local.md',
  'gemini.md',
  'qwen.md',
  'skill.md',
  'warp.md',
  '.clinerules',
  '.cursorrules',
  '.goosehints',
  '.roorules',
  '.rules',
  '.windsurfrules',
  // Settings of agents and of the tools they start.
  '.claude.json',
  '.crush.json',
  '.envrc',
  '.mcp.json',
  '.npmrc',
  '.opencode.json',
  '.opencode.jsonc',
  '.pnpmfile.cjs',
  '.ripgreprc',
  '.roomodes',
  '.yarnrc',
  '.yarnrc.yml',
  'bunfig.toml',
  'crush.json',
  'mcp.json',
  'opencode.json',
  'opencode.jsonc',
  // What git and search tools obey.
  '.agignore',
  '.aiexclude',
  '.aiignore',
  '.claudeignore',
  '.clineignore',
  '.codeiumignore',
  '.codexignore',
  '.cursorignore',
  '.cursorindexingignore',
  '.fdignore',
  '.geminiignore',
  '.gitattributes',
  '.gitconfig',
  '.gitignore',
  '.gitmodules',
  '.ignore',
  '.qwenignore',
  '.rgignore',
  '.rooignore',
  // Directories.
  '.agent',
  '.agents',
  '.amazonq',
  '.augment',
  '.claude',
  '.claude-plugin',
  '.cline',
  '.codex',
  '.codex-plugin',
  '.continue',
  '.copilot',
  '.crush',
  '.cursor',
  '.cursor-plugin',
  '.devcontainer',
  '.devcontainer.json',
  '.factory',
  '.gemini',
  '.goose',
  '.husky',
  '.idea',
  '.junie',
  '.kilocode',
  '.kiro',
  '.openhands',
  '.opencode',
  '.qwen',
  '.roo',
  '.trae',
  '.vscode',
  '.windsurf',
  '.zed',
])

/** A name that starts so is neutralised whatever follows: `.env.production`, `.aider.conf.yml`. */
const prefixes = ['.env.', '.aider'] as const

/** `.env` itself stands apart from its prefix, so that `.environment` stays as it is. */
const environmentFile = '.env'

/** Directories below `.github` that only agents read. */
const githubDirectories: ReadonlySet<string> = new Set([
  'agents',
  'chatmodes',
  'copilot',
  'hooks',
  'instructions',
  'prompts',
  'skills',
])

/** Printable ASCII needs only the lower case, and nearly every path is that. */
const plain = /^[\x20-\x7e]*$/

/** Code points that a file system or a reader drops or does not show. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu

/**
 * One spelling for all names that some file system or reader takes for the same: NFKC, case folded, invisible code
 * points removed. Upper case first, because `ß` and `ſ` fold only that way.
 */
export function foldName(name: string): string {
  if (plain.test(name)) return name.toLowerCase()
  return name.normalize('NFKC').replace(invisible, '').toUpperCase().toLowerCase().normalize('NFKC')
}

/** `foldName`, and without what Windows ignores: a stream such as `::$DATA`, dots and spaces at the end. */
export function foldComponent(component: string): string {
  const [stem = ''] = foldName(component).split(':', 1)
  return withoutTrailingDots(stem)
}

/** Whether the path names configuration or instructions of an agent or a tool, at any depth and in any spelling. */
export function isAgentConfig(path: string): boolean {
  const components = path.split('/').map(foldComponent)
  return components.some((component, index) => isConfigComponent(component, components[index - 1]))
}

/** The path as a harmless text file: nothing reads it by name, and a person can still tell what it was. */
export function inertPath(path: string): string {
  const components = path.split('/')
  const last = components.length - 1
  const inert = components.map((component, index) => {
    const name = index === last ? `${visible(component)}.txt` : visible(component)
    return isConfigComponent(foldComponent(name), foldComponent(components[index - 1] ?? '')) ? `_${name}` : name
  })
  return inert.join('/')
}

function isConfigComponent(folded: string, parent: string | undefined): boolean {
  if (names.has(folded) || folded === environmentFile) return true
  if (prefixes.some((prefix) => folded.startsWith(prefix))) return true
  return parent === '.github' && githubDirectories.has(folded)
}

function visible(component: string): string {
  return component.replace(invisible, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
  })
}

/** A loop, because `/[. ]+$/` is quadratic on a long run of dots that ends in something else. */
function withoutTrailingDots(name: string): string {
  let end = name.length
  while (end > 0 && (name[end - 1] === '.' || name[end - 1] === ' ')) end -= 1
  return name.slice(0, end)
}
