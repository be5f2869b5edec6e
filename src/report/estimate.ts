import type { Estimate } from '../types/estimate.js'
import { singleLine } from './escape.js'
import { count } from './wording.js'

const LISTED = 40

/** The estimate for a person at a terminal. */
export function estimateText(estimate: Estimate): string {
  const { requests, perReviewer, total, maxTokens, reviewers } = estimate
  const lines = [
    `Estimate for ${estimate.change.mergeBase.slice(0, 12)}..${estimate.change.head.slice(0, 12)}: ${count(estimate.changedLines, 'changed line')} to review. Nothing was sent.`,
    ...basis(estimate),
    '',
    ...table([
      ['request', 'files', 'lines', 'tokens'],
      ...requests.slice(0, LISTED).map((one) => [one.name, one.files, one.changedLines, one.tokens].map(String)),
    ]),
    ...(requests.length > LISTED ? [`… and ${count(requests.length - LISTED, 'more request')}`] : []),
    '',
    ...reviewers.map(
      ({ id, model }) =>
        `${line(id)} (${line(model)}): ${count(perReviewer.requests, 'request')}, about ${amount(perReviewer.tokens)} tokens`,
    ),
    `In all: ${count(total.requests, 'request')}, about ${amount(total.tokens)} tokens of prompts. What a CLI adds, its further turns and the answers come on top; the run stops at ${amount(maxTokens)} tokens (max-tokens).`,
    ...missing(estimate),
  ]
  return `${lines.join('\n')}\n`
}

function basis({ credentials, recorded, increment, notes }: Estimate): readonly string[] {
  return [
    ...(credentials === 'missing'
      ? ['No credential is set for a review; these reviewers could work with theirs.']
      : []),
    ...(recorded === null
      ? []
      : [`The same content was reviewed at ${line(recorded.at)}: its reviews would be given back.`]),
    ...(increment === null
      ? []
      : [
          `It would build on the review of ${line(increment.head.slice(0, 12))}: ${count(increment.sentLines, 'changed line')} to send, ${increment.keptLines} reviewed already.`,
        ]),
    ...notes.map(line),
  ]
}

function missing({ unreviewed, excluded }: Estimate): readonly string[] {
  return [
    ...(excluded === 0 ? [] : [`${count(excluded, 'file')} left out by policy.`]),
    ...unreviewed.slice(0, LISTED).map(({ path, reason }) => `Not reviewed would be ${line(path)}: ${line(reason)}`),
    ...(unreviewed.length > LISTED ? [`… and ${unreviewed.length - LISTED} more`] : []),
  ]
}

/** The first column to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  )
}

function amount(tokens: number): string {
  return tokens < 10_000 ? String(tokens) : `${Math.round(tokens / 1_000)}k`
}

function line(text: string): string {
  return singleLine(text, 2_000)
}
