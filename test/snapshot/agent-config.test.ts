import { foldName, inertPath, isAgentConfig } from '../../src/snapshot/agent-config.js'
import { isUnsafePath } from '../../src/snapshot/unsafe-path.js'

describe('isAgentConfig', () => {
  it.each([
    'AGENTS.md',
    'agents.override.md',
    'a/b/c/Claude.MD',
    'CLAUDE.local.md',
    'packages/x/GEMINI.md',
    '.claude/settings.json',
    'deep/er/.claude/skills/x/SKILL.md',
    '.CLAUDE',
    '.mcp.json',
    '.codex/config.toml',
    '.codex/rules/default.rules',
    '.env',
    '.env.production',
    'sub/.envrc',
    '.npmrc',
    '.gitignore',
    'src/.ignore',
    '.rgignore',
    '.ripgreprc',
    '.gitattributes',
    '.gitmodules',
    '.github/copilot-instructions.md',
    '.github/instructions/typescript.instructions.md',
    '.GitHub/Agents/x.md',
    'packages/a/.github/prompts/p.md',
    '.cursor/rules/x.mdc',
    '.cursorrules',
    '.aider.conf.yml',
    '.vscode/tasks.json',
    // A directory of the name counts too.
    'CLAUDE.md/nested.txt',
    // Spellings that a file system or a reader takes for the same.
    '.cl\u200baude/settings.json',
    'CLAUDE\u00ad.md',
    'AGENTS.md\ufeff',
    '\uff0eclaude/settings.json',
    'ＡＧＥＮＴＳ.md',
    'agent\u017f.md',
    'A\u{e0041}GENTS.md',
    'AGENTS.md.',
    'AGENTS.md . .',
    'AGENTS.md::$DATA',
    '.\u2060env',
  ])('takes %j for configuration', (path) => {
    expect(isAgentConfig(path)).toBe(true)
  })

  it.each([
    'README.md',
    'src/agents.ts',
    'src/claude/index.ts',
    'docs/my-agents.md',
    '.environment',
    'env',
    '.github/workflows/ci.yml',
    'instructions/x.md',
    'agents/x.py',
    'src/skill.ts',
    'HEAD',
    'gitignore',
  ])('leaves %j alone', (path) => {
    expect(isAgentConfig(path)).toBe(false)
  })

  it('takes time linear in the path', () => {
    expect(isAgentConfig(`${'.'.repeat(200_000)}x`)).toBe(false)
    expect(isAgentConfig('a/'.repeat(100_000))).toBe(false)
  })
})

describe('inertPath', () => {
  it.each([
    ['AGENTS.md', 'AGENTS.md.txt'],
    ['.claude/settings.json', '_.claude/settings.json.txt'],
    ['.env', '_.env.txt'],
    ['.env.local', '_.env.local.txt'],
    ['a/CLAUDE.md/b.md', 'a/_CLAUDE.md/b.md.txt'],
    ['.github/prompts/p.md', '.github/_prompts/p.md.txt'],
    ['.cl\u200baude/x', '.cl[U+200B]aude/x.txt'],
  ])('makes %j into %j', (path, inert) => {
    expect(inertPath(path)).toBe(inert)
    expect(isAgentConfig(inert)).toBe(false)
  })
})

describe('foldName', () => {
  it.each([
    ['STRASSE', 'straße'],
    ['K', '\u212a'],
    ['é', 'e\u0301'],
    ['Ａ', 'a'],
  ])('folds %j and %j to the same', (a, b) => {
    expect(foldName(a)).toBe(foldName(b))
  })
})

describe('isUnsafePath', () => {
  it.each([
    '.git/config',
    '.GIT/config',
    'a/.Git',
    'a/.git/hooks/x',
    '.git\u200b/config',
    '.g\u200cit',
    'git~1/config',
    'GIT~1',
    '.git /x',
    '.git./x',
    '.git::$INDEX_ALLOCATION/x',
    '..',
    'a/../b',
    './a',
    '/etc/passwd',
    'a//b',
    'a\\b',
    'C:x',
    'a\nb',
    'a\tb',
    'a\u007fb',
    'a\u0085b',
    'a\u2028b',
    'trailing./x',
    'trailing ',
    '',
    'é'.repeat(128),
    `${'a/'.repeat(1100)}b`,
    '__untrusted_config__/AGENTS.md.txt',
    '__Untrusted_Paths__',
  ])('refuses %j', (path) => {
    expect(isUnsafePath(path)).toBe(true)
  })

  it.each(['a', 'src/a b.ts', 'app/[id]/page.tsx', '.github/workflows/ci.yml', 'ü/日本.md', 'a..b', '.gitx', 'git~x'])(
    'accepts %j',
    (path) => {
      expect(isUnsafePath(path)).toBe(false)
    },
  )
})
