import { ConfigurationError } from './errors.js'
import { readMaterial } from './material.js'
import { chooseSeats, openRecords, planWork } from './panel.js'
import type { Host, RunRequest } from './pipeline.js'
import { planBudget } from './review/budget.js'
import type { Part } from './review/part.js'
import { resolveChange } from './trigger/resolve.js'
import { changedLines } from './types/diff.js'
import type { Estimate, EstimatedRequest } from './types/estimate.js'

/** What a review would send, without sending anything. Rejects with ConfigurationError where nobody could review. */
export async function estimateReview(request: RunRequest, host: Host): Promise<Estimate> {
  const change = await resolveChange(request.refs, host.commits)
  const material = await readMaterial(change, request, host)
  const { diff } = material
  const { selection, credentials } = choose(material, request, host)
  const seats = selection.seats.map(({ id, model, family }) => ({ id, model, family: family ?? null }))
  const records = await openRecords(material, selection.seats, { request, host })
  const recalled = await records.recall()
  const earlier = recalled === undefined ? await records.recallEarlier() : undefined
  // The directory stands in the prompt; nothing is put there.
  const snapshot = { directory: host.snapshotDirectory, fileCount: 0, neutralised: [], skipped: [] }
  const work = recalled === undefined ? planWork({ material, snapshot, earlier }, host) : { parts: [], left: [] }
  const plan = planBudget(request.maxTokens, seats.length, work)
  const requests = plan.parts.map(toRequest)
  const tokens = requests.reduce((sum, one) => sum + one.tokens, 0)
  return {
    change: { base: change.base, head: change.head, mergeBase: change.mergeBase },
    changedLines: changedLines(diff.files),
    reviewers: seats,
    credentials,
    requests,
    perReviewer: { requests: requests.length, tokens },
    total: { requests: requests.length * seats.length, tokens: tokens * seats.length },
    maxTokens: plan.max,
    unreviewed: [
      ...diff.omitted.filter(({ kind }) => kind === 'unreviewed').map(({ path, reason }) => ({ path, reason })),
      ...plan.left.map(({ part, reason }) => ({ path: part, reason })),
    ],
    excluded: diff.omitted.filter(({ kind }) => kind === 'excluded').length,
    recorded: recalled === undefined ? null : recalled.reused,
    increment: earlier?.kind === 'found' ? earlier.report : null,
    notes: [...(earlier?.notes ?? [])],
  }
}

/** An estimate needs no credential: where one alone is missing, whoever would review with it is taken. */
function choose(material: Parameters<typeof chooseSeats>[0], request: RunRequest, host: Host) {
  const { selection } = chooseSeats(material, request, host)
  if (selection.kind === 'seats') {
    const credentials = selection.seats.every(({ credential }) => credential === 'present') ? 'present' : 'missing'
    return { selection, credentials } as const
  }
  const { selection: other } = chooseSeats(material, request, { ...host, hasCredential: () => true })
  if (other.kind === 'seats') return { selection: other, credentials: 'missing' } as const
  throw new ConfigurationError(`Nobody could review the change: ${other.reason}`)
}

function toRequest({ name, files, tokens }: Part): EstimatedRequest {
  return { name, files: files.length, changedLines: changedLines(files), tokens }
}
