import picomatch from 'picomatch'
import type { ModelFamilies } from '../types/authorship.js'
import type { Family } from '../types/reviewer.js'

/** Longer than any model's name; what is longer is no name. */
const MAX_NAME_LENGTH = 200

/**
 * How the names of each lab's models begin, after provider prefixes are gone. Each pattern must end at the end of a
 * word: `gpt4all` and `claude-code` are programs, `llama.cpp` is one too.
 */
const beginnings: readonly { readonly family: Family; readonly pattern: RegExp }[] = [
  { family: 'openai', pattern: /^(?:chat)?gpt-?\d(?!all)/ },
  { family: 'openai', pattern: /^(?:gpt-oss|chatgpt|codex|computer-use-preview|o[1-9])(?![a-z0-9])/ },
  { family: 'anthropic', pattern: /^claude(?!-code)(?![a-z0-9])/ },
  { family: 'anthropic', pattern: /^(?:opus|sonnet|haiku)-\d/ },
  { family: 'google', pattern: /^gemini(?!-(?:cli|code))(?![a-z])/ },
  { family: 'google', pattern: /^(?:code|pali|med)?gemma(?![a-z])/ },
  { family: 'zhipu', pattern: /^(?:chat)?glm(?![a-z])/ },
  { family: 'zhipu', pattern: /^codegeex/ },
  { family: 'qwen', pattern: /^(?:code)?qwen(?!-code$)/ },
  { family: 'qwen', pattern: /^(?:qwq|qvq)(?![a-z])/ },
  { family: 'deepseek', pattern: /^deepseek(?![a-z])/ },
  { family: 'moonshot', pattern: /^(?:kimi|moonshot)(?![a-z])/ },
  {
    family: 'mistral',
    pattern: /^(?:open-)?(?:mistral|mixtral|codestral|devstral|magistral|ministral|pixtral|voxtral)(?![a-z])/,
  },
  { family: 'xai', pattern: /^grok(?![a-z])/ },
  { family: 'meta', pattern: /^(?:meta-)?(?:code)?llama-?\d/ },
  { family: 'meta', pattern: /^codellama(?![a-z])/ },
]

/** Platforms put regions and vendors before the name with a dot, such as `us.anthropic.claude-opus-4-5`. */
const dottedPrefix = /^(?:[a-z]{2,6}\.)?(?:anthropic|openai|meta|mistral|deepseek|qwen|moonshot|moonshotai|zai)\./

/**
 * The lab that trained a model, by the model's name. The config's globs come first, over the whole name and over its
 * last part. Undefined: not known, which is not the same as `other`.
 */
export function familyOfModel(name: string, configured: ModelFamilies = {}): Family | undefined {
  const whole = name.trim().toLowerCase().replaceAll(/\s+/g, '-')
  if (whole === '' || whole.length > MAX_NAME_LENGTH) return undefined
  const bare = bareName(whole)
  return familyByGlob([whole, bare], configured) ?? beginnings.find(({ pattern }) => pattern.test(bare))?.family
}

/** `openrouter/z-ai/glm-5` → `glm-5`: who serves a model, or whose protocol it speaks, does not say who trained it. */
function bareName(name: string): string {
  const last = name.slice(name.lastIndexOf('/') + 1)
  const tuned = last.startsWith('ft:') ? last.slice('ft:'.length) : last
  return tuned.replace(dottedPrefix, '')
}

function familyByGlob(names: readonly string[], configured: ModelFamilies): Family | undefined {
  const hit = Object.entries(configured).find(([glob]) => {
    const matches = picomatch(glob, { dot: true, nonegate: true, nocase: true, windows: false })
    return names.some((name) => matches(name))
  })
  return hit?.[1]
}
