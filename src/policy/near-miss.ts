/** What people write who come from other tools → what they mean here. The first one that is accepted counts. */
const valueSynonyms: Readonly<Record<string, readonly string[]>> = {
  '0': ['false'],
  '1': ['true'],
  all: ['always', 'low'],
  anthropic: ['claude'],
  chatgpt: ['openai', 'codex'],
  claude: ['anthropic'],
  'claude-code': ['claude', 'anthropic'],
  codex: ['openai'],
  gemini: ['google'],
  'gemini-api': ['gemini', 'google'],
  'gemini-cli': ['gemini', 'google'],
  glm: ['zhipu'],
  google: ['gemini'],
  kimi: ['moonshot'],
  grok: ['xai'],
  llama: ['meta'],
  'z.ai': ['zhipu', 'glm'],
  zai: ['zhipu', 'glm'],
  zhipu: ['glm'],
  blocker: ['critical'],
  block: ['fail'],
  disabled: ['never', 'false'],
  always: ['required', 'all'],
  comment: ['always'],
  enabled: ['true', 'always', 'all', 'auto'],
  error: ['high', 'fail'],
  errors: ['high', 'fail'],
  extreme: ['high'],
  failure: ['on-failure'],
  'failure-only': ['on-failure'],
  'if-failure': ['on-failure'],
  false: ['never'],
  fatal: ['critical'],
  ignore: ['warn', 'never'],
  info: ['low'],
  informational: ['low'],
  major: ['high'],
  max: ['high'],
  maximum: ['high'],
  md: ['markdown'],
  minimal: ['low'],
  minimum: ['low'],
  minor: ['low'],
  moderate: ['medium'],
  n: ['false'],
  no: ['false', 'never'],
  none: ['never', 'off', 'false'],
  normal: ['medium'],
  note: ['low'],
  off: ['never', 'false'],
  on: ['true', 'always', 'all', 'auto'],
  openai: ['codex'],
  pass: ['warn'],
  gpt: ['codex', 'openai'],
  severe: ['critical'],
  serious: ['high'],
  style: ['low'],
  text: ['terminal'],
  trivial: ['low'],
  true: ['always', 'all', 'auto'],
  urgent: ['critical'],
  warning: ['medium', 'warn'],
  warnings: ['medium', 'warn'],
  xhigh: ['high'],
  y: ['true'],
  yes: ['true', 'always', 'all', 'auto'],
}

/** The same for the names of inputs, flags and config keys. */
const nameSynonyms: Readonly<Record<string, readonly string[]>> = {
  agreement: ['min-agreement'],
  quorum: ['min-agreement'],
  comment: ['comment-summary-in-pr'],
  comments: ['review-comments'],
  'comment-summary': ['comment-summary-in-pr'],
  'sticky-comment': ['comment-summary-in-pr'],
  'inline-comments': ['review-comments'],
  upload: ['upload-sarif'],
  'sarif-upload': ['upload-sarif'],
  'baseline-file': ['baseline'],
  exemptions: ['exempt'],
  skip: ['exempt', 'paths-ignore'],
  overrides: ['override'],
  'break-glass': ['override'],
  suppress: ['suppressions'],
  suppression: ['suppressions'],
  suggest: ['suggestions'],
  login: ['author'],
  user: ['author'],
  glob: ['paths'],
  globs: ['paths'],
  files: ['paths'],
  id: ['fingerprint'],
  justification: ['reason'],
  why: ['reason'],
  until: ['expires'],
  expiry: ['expires'],
  expiration: ['expires'],
  users: ['by'],
  teams: ['by'],
  logins: ['by'],
  'api-key': ['openai-api-key'],
  'claude-api-key': ['anthropic-api-key'],
  'glm-api-key': ['zai-api-key'],
  'google-api-key': ['gemini-api-key'],
  'zhipu-api-key': ['zai-api-key'],
  base: ['base-ref'],
  config: ['config-file'],
  coverage: ['min-coverage'],
  exclude: ['paths-ignore'],
  'exclude-paths': ['paths-ignore'],
  'fail-on': ['fail-on-severity'],
  'fail-threshold': ['fail-on-severity'],
  head: ['head-ref'],
  ignore: ['paths-ignore'],
  'ignore-paths': ['paths-ignore'],
  include: ['paths'],
  level: ['fail-on-severity'],
  author: ['author-model', 'authors'],
  'author-family': ['author-model'],
  fallback: ['fallback-reviewers'],
  family: ['family-policy'],
  model: ['reviewers'],
  'min-severity': ['fail-on-severity'],
  prompt: ['instructions'],
  reviewer: ['reviewers'],
  sarif: ['sarif-file'],
  'sarif-output': ['sarif-file'],
  severity: ['fail-on-severity'],
  threshold: ['fail-on-severity'],
  timeout: ['timeout-minutes'],
  token: ['github-token'],
  uncommitted: ['working-tree'],
  cached: ['staged'],
}

/** Longer words are no misspelling of ours; it also bounds the work. */
const longestWord = 64

/** The accepted value that was probably meant, if one is near. */
export function nearestValue(given: string, accepted: readonly string[]): string | undefined {
  return nearest(given, accepted, valueSynonyms)
}

/** The input, flag or key that was probably meant, if one is near. */
export function nearestName(given: string, accepted: readonly string[]): string | undefined {
  return nearest(given, accepted, nameSynonyms)
}

/** ` Did you mean "medium"?`, or nothing. */
export function hint(meant: string | undefined): string {
  return meant === undefined ? '' : ` Did you mean "${meant}"?`
}

function nearest(
  given: string,
  accepted: readonly string[],
  synonyms: Readonly<Record<string, readonly string[]>>,
): string | undefined {
  const word = given.trim().toLowerCase().replaceAll('_', '-').replaceAll(' ', '-')
  if (word.length === 0 || word.length > longestWord) return undefined
  if (accepted.includes(word)) return word
  const meant = Object.hasOwn(synonyms, word) ? synonyms[word]?.find((name) => accepted.includes(name)) : undefined
  return meant ?? closest(word, accepted) ?? onlyOneStartingWith(word, accepted)
}

/** Up to a third of the letters may be wrong. */
function closest(word: string, accepted: readonly string[]): string | undefined {
  const ranked = accepted
    .map((name) => ({ name, distance: editDistance(word, name) }))
    .filter(({ name, distance }) => distance <= Math.floor(Math.max(name.length, word.length) / 3))
    .sort((a, b) => a.distance - b.distance)
  return ranked[0]?.name
}

function onlyOneStartingWith(word: string, accepted: readonly string[]): string | undefined {
  const longer = accepted.filter((name) => name.startsWith(word))
  return word.length > 1 && longer.length === 1 ? longer[0] : undefined
}

/** Insertions, deletions, replacements and swaps of neighbours that make one word the other. */
export function editDistance(from: string, to: string): number {
  let beforePrevious: readonly number[] = []
  let previous: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1]
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (beforePrevious[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    beforePrevious = previous
    previous = current
  }
  return previous[to.length] ?? 0
}
