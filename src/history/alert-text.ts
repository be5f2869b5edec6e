import { RuleId, type Severity, severities } from '../types/rule.js'

/** What the text of an alert tells of its result, as the SARIF report wrote it. */
export interface AlertText {
  readonly title: string
  readonly message: string
  readonly side: 'new' | 'old'
  /** The line that the text names, where the alert itself stands at line 1 only. */
  readonly line: number | undefined
}

/** Ours have at most 4,000 characters; what is longer is not ours. */
const TEXT_CHARACTERS = 8_000
const TITLE_CHARACTERS = 300
const REMOVED_CODE = /^This is about removed code: line (\d{1,9}) before the change\.$/
const NOT_FOUND = /^The quoted code was not found; the reviewer named line (\d{1,9})\.$/
/** Paragraphs that follow what the reviewer said. */
const TAIL = /^(?:Recommendation: |Also reported |Severity (?:critical|high|medium|low), )/

/** Takes the text of an alert apart again: title, a note about the place, message, and a tail that is left out. */
export function readAlertText(text: string): AlertText {
  const [first = '', ...rest] = text.slice(0, TEXT_CHARACTERS).split('\n\n')
  const [second = ''] = rest
  const removed = REMOVED_CODE.exec(second)?.[1]
  const unplaced = NOT_FOUND.exec(second)?.[1]
  const named = removed ?? unplaced
  const body = named === undefined ? rest : rest.slice(1)
  const end = body.findIndex((paragraph) => TAIL.test(paragraph))
  return {
    title: first.trim().slice(0, TITLE_CHARACTERS),
    message: (end < 0 ? body : body.slice(0, end)).join('\n\n'),
    side: removed === undefined ? 'new' : 'old',
    line: named === undefined ? undefined : Math.max(1, Number(named)),
  }
}

/** SARIF's levels and the words of code scanning's `security_severity_level`. */
const severityWords: Readonly<Record<string, Severity>> = {
  ...{ critical: 'critical', high: 'high', medium: 'medium', low: 'low' },
  ...{ error: 'high', warning: 'medium', note: 'low', none: 'low' },
}

/** The rule of ours that a SARIF rule id stands for, `security/high` for example; undefined: none. */
export function readRule(
  sarifRuleId: string,
): { readonly ruleId: RuleId; readonly rank: Severity | undefined } | undefined {
  const [name = '', rank] = sarifRuleId.split('/', 2)
  const ruleId = RuleId.safeParse(name)
  if (!ruleId.success) return undefined
  return { ruleId: ruleId.data, rank: severities.find((severity) => severity === rank) }
}

/** The first of the words that is a severity or a level; `low` where none is. */
export function readSeverity(words: readonly (string | null | undefined)[]): Severity {
  for (const word of words) {
    const severity = Object.hasOwn(severityWords, word ?? '') ? severityWords[word ?? ''] : undefined
    if (severity !== undefined) return severity
  }
  return 'low'
}
