import type { Report } from '../types/report.js'
import type { Result } from '../types/result.js'
import { plainText, singleLine } from './escape.js'
import { breakCommands } from './log-text.js'
import { isSafePath } from './safe-path.js'
import { blockingWords, count, groupResults, isolationOf, NOT_ISOLATED, WAIVER } from './wording.js'

/** The runner keeps 10 of each level in a step and drops the rest silently (actions/toolkit, problem-matchers). */
const PER_LEVEL = 10
/** The runner cuts a message at 4,096 characters (actions/toolkit, problem-matchers). */
const MESSAGE_CHARACTERS = 4_096
/** A check run refuses longer titles (OpenAPI description of check runs). */
const TITLE_CHARACTERS = 255

/** One mark on a line of the change, or on the run where there is no path. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
  readonly path?: string
  readonly startLine?: number
  readonly endLine?: number
}

/** The annotations of a run, worst first, within the platform's limits; what is left out is counted in the last one. */
export function toAnnotations(report: Report): Annotation[] {
  const { grounded, unverified, own } = groupResults(report)
  const all = [...runAnnotations(report), ...grounded.map(toAnnotation), ...own.map(toAnnotation)]
  const kept = (['error', 'warning', 'notice'] as const).flatMap((level) => {
    const ofLevel = all.filter((annotation) => annotation.level === level)
    // One notice is kept free for the count.
    return ofLevel.slice(0, level === 'notice' ? PER_LEVEL - 1 : PER_LEVEL)
  })
  const left = leftOut(all.length - kept.length, unverified.length)
  return left === undefined ? kept : [...kept, left]
}

function runAnnotations(report: Report): Annotation[] {
  return [...verdictAnnotations(report), ...isolationAnnotations(report), ...waiverAnnotations(report)]
}

function waiverAnnotations({ reviewers }: Report): Annotation[] {
  return reviewers.some(({ waiver }) => waiver) ? [annotation('warning', 'family-policy: waiver', WAIVER)] : []
}

function isolationAnnotations(report: Report): Annotation[] {
  if (isolationOf(report) !== 'none') return []
  return [annotation('warning', 'isolation: none', NOT_ISOLATED)]
}

function verdictAnnotations(report: Report): Annotation[] {
  const reason = report.reasons[0]?.message ?? 'no reason was recorded'
  if (report.conclusion === 'not-evaluated') return [annotation('error', 'NOT REVIEWED', `NOT REVIEWED: ${reason}`)]
  const fails = report.conclusion === 'fail' && !report.results.some((result) => result.blocking)
  return fails ? [annotation('error', 'Review failed', reason)] : []
}

function toAnnotation(result: Result): Annotation {
  const advice = result.recommendation === null ? [] : [`Recommendation: ${result.recommendation}`]
  const text = [result.message, ...advice, blockingWords(result)].join('\n\n')
  const base = annotation(levelOf(result), `${result.severity} ${result.ruleId}: ${result.title}`, text)
  if (!isSafePath(result.path)) return base
  // A line of the old side does not exist in the files that the platform shows.
  if (result.side === 'old') return { ...base, path: result.path }
  return { ...base, path: result.path, startLine: result.region.startLine, endLine: result.region.endLine }
}

function levelOf(result: Result): Annotation['level'] {
  if (result.blocking) return 'error'
  return result.severity === 'low' ? 'notice' : 'warning'
}

function annotation(level: Annotation['level'], title: string, message: string): Annotation {
  return {
    level,
    title: breakCommands(singleLine(title, TITLE_CHARACTERS - 20)),
    message: breakCommands(plainText(message, MESSAGE_CHARACTERS - 200)).slice(0, MESSAGE_CHARACTERS),
  }
}

function leftOut(overLimit: number, unverified: number): Annotation | undefined {
  const parts = [
    ...(overLimit === 0
      ? []
      : [`${count(overLimit, 'more result')} not annotated: the platform shows ${PER_LEVEL} of a level.`]),
    ...(unverified === 0 ? [] : [`${count(unverified, 'result')} not verified and therefore not annotated.`]),
  ]
  if (parts.length === 0) return undefined
  return annotation('notice', 'More in the job summary', `${parts.join(' ')} See the job summary and the report file.`)
}
