import picomatch from 'picomatch'
import type {
  AuthorModel,
  AuthorRule,
  AuthorSignal,
  Authorship,
  CommitAuthorship,
  ModelFamilies,
} from '../types/authorship.js'
import type { Change, Commit, PullRequest, Sha } from '../types/change.js'
import { families as allFamilies, type Family } from '../types/reviewer.js'
import { commitSightings, noteSightings, type Sighting, toSighting } from './commit-signals.js'
import { quotingOpeners, releaseBotAddresses, releaseBots, traces } from './signals.js'
import { loginOf } from './trailers.js'

/** What is known about authors besides the change itself. */
export interface AuthorSources {
  /** Texts of `refs/notes/ai` by commit. */
  readonly notes: ReadonlyMap<Sha, string>
  /** From the base branch's config file. */
  readonly authors: readonly AuthorRule[]
  readonly models: ModelFamilies
  readonly authorModel: AuthorModel
}

/** More than anybody reads; families and unknown harnesses are complete all the same. */
const MAX_SIGNALS = 200

/**
 * Who wrote the change, as a set of families per commit. `author-model` decides alone. Otherwise what the commit says
 * counts (note, author's address, trailers, subject); where that names no family, or a program that drives many, the
 * config's `authors`; where there is still no family, the pull request's opener, body and branch. Only what is at least
 * likely makes an author known: a trace of low confidence names a family, and the author stays unknown besides. Commits
 * that were not read count as one more of unknown author, unless `author-model` declares them.
 */
export function detectAuthorship(change: Change, sources: AuthorSources): Authorship {
  const commits = change.commits.length > 0 ? change.commits : [placeholder(change)]
  const unread = change.commitsCut === true ? [{ ...nobodyKnown, sha: change.head }] : []
  const around = pullRequestSightings(change.pullRequest)
  const found = commits.map((commit) => examine(commit, { change, sources, around }))
  const signals = distinct([
    ...found.flatMap(({ sha, sightings }) => sightings.map((sighting) => ({ ...sighting, commit: sha }))),
    ...around.map((sighting) => ({ ...sighting, commit: null })),
  ])
  if (sources.authorModel !== 'auto') return declared(sources.authorModel, commits, signals)
  return {
    families: inOrder(found.flatMap(({ families }) => families)),
    unknownHarnesses: [...new Set(found.flatMap(({ harnesses }) => harnesses))],
    perCommit: [
      ...found.map(({ sha, families, unknown, vouched }) => ({ sha, families, unknown, vouched })),
      ...unread,
    ],
    signals: signals.slice(0, MAX_SIGNALS),
  }
}

/** What is known of commits that nobody read. */
const nobodyKnown = { families: [], unknown: true, vouched: false } as const

/** A change without commits of its own still was written by somebody. */
function placeholder({ head }: Change): Commit {
  return { sha: head, authorName: '', authorEmail: '', message: '' }
}

function declared(
  authorModel: 'human' | readonly Family[],
  commits: readonly Commit[],
  detected: readonly AuthorSignal[],
): Authorship {
  const declaredFamilies = authorModel === 'human' ? [] : inOrder(authorModel)
  const signal = { harness: null, source: 'author-model', commit: null, confidence: 'high' } as const
  const signals =
    authorModel === 'human'
      ? [{ ...signal, family: null, evidence: 'author-model: human' }]
      : declaredFamilies.map((family) => ({ ...signal, family, evidence: `author-model: ${family}` }))
  return {
    families: declaredFamilies,
    unknownHarnesses: [],
    perCommit: commits.map(({ sha }) => ({ sha, families: declaredFamilies, unknown: false, vouched: true })),
    // What contradicts the declaration stays visible.
    signals: [...signals, ...detected].slice(0, MAX_SIGNALS),
  }
}

interface Examined extends CommitAuthorship {
  readonly sightings: readonly Sighting[]
  /** Whose family is not known. */
  readonly harnesses: readonly string[]
}

interface Surroundings {
  readonly change: Change
  readonly sources: AuthorSources
  readonly around: readonly Sighting[]
}

function examine(commit: Commit, { change, sources, around }: Surroundings): Examined {
  const { models, notes, authors } = sources
  const noted = noteSightings(notes.get(commit.sha), models)
  const quoted = isReleaseBotCommit(commit, change.pullRequest)
  const own = [...noted, ...(quoted ? [] : commitSightings(commit, models))]
  const open = openHarnesses(own, noted)
  const settled = open.length === 0 && own.some(isLikely)
  const mapped = settled ? [] : configSightings(commit, change.pullRequest, authors)
  const sightings = [...own, ...mapped]
  const known = sightings.some(({ family }) => family !== null)
  const counted = known ? sightings : [...sightings, ...around]
  const harnesses = mapped.length > 0 ? [] : openHarnesses(counted, noted)
  const named = counted.flatMap(({ family }) => family ?? [])
  const vouchers = vouchedFamilies(commit, { change, sources, around })
  // What cannot be forged always counts: no trailer of another family lets the opener's own review the change.
  const families = inOrder([...named, ...vouchers])
  const unknown = harnesses.length > 0 || !counted.some(isLikely)
  const vouched = !unknown && vouchers.length > 0 && named.every((family) => vouchers.includes(family))
  return { sha: commit.sha, families, unknown, vouched, sightings, harnesses }
}

/**
 * Whom the event's opener stands for, itself or by a rule that names it; the event cannot be forged. A rule by branch or
 * e-mail alone hangs on what the author of the change chose, so it tells who wrote it and vouches for nothing.
 */
function vouchedFamilies(commit: Commit, { change, sources, around }: Surroundings): readonly Family[] {
  const rules = sources.authors.filter(({ login }) => login !== undefined)
  const opener = around.filter((sighting) => sighting.source === OPENER && isLikely(sighting))
  return [...configSightings(commit, change.pullRequest, rules), ...opener].flatMap(({ family }) => family ?? [])
}

function isLikely({ family, confidence }: Sighting): boolean {
  return family !== null && confidence !== 'low'
}

/** Programs of which neither the same program's other traces nor the commit's note say which model they drove. */
function openHarnesses(sightings: readonly Sighting[], noted: readonly Sighting[]): readonly string[] {
  const isTold = noted.length > 0 && noted.every(isLikely)
  const open = sightings.flatMap(({ family, harness }) => {
    const named = sightings.some((other) => other.harness === harness && isLikely(other))
    return family === null && harness !== null && !named && !isTold ? [harness] : []
  })
  return [...new Set(open)]
}

/**
 * A release bot quotes other people's messages. A commit's address is forgeable, and ignoring its trailers would hide an
 * author, so in a pull request the event must name such a bot as the opener too.
 */
function isReleaseBotCommit({ authorEmail }: Commit, pullRequest: PullRequest | undefined): boolean {
  const address = authorEmail.trim().toLowerCase()
  const signed = releaseBotAddresses.has(address) || releaseBots.has(loginOf(address) ?? '')
  return signed && (pullRequest === undefined || releaseBots.has(pullRequest.author.login.toLowerCase()))
}

function configSightings(
  commit: Commit,
  pullRequest: PullRequest | undefined,
  rules: readonly AuthorRule[],
): readonly Sighting[] {
  const rule = rules.find((candidate) => holds(candidate, commit, pullRequest))
  if (rule === undefined) return []
  const conditions = [
    rule.branch === undefined ? [] : [`branch ${rule.branch}`],
    rule.login === undefined ? [] : [`login ${rule.login}`],
    rule.email === undefined ? [] : [`email ${rule.email}`],
  ].flat()
  const evidence = `authors: ${conditions.join(', ')}`
  return [{ family: rule.family, harness: null, source: 'config', evidence, confidence: 'high' }]
}

function holds({ branch, login, email }: AuthorRule, commit: Commit, pullRequest: PullRequest | undefined): boolean {
  const onBranch =
    branch === undefined ||
    (pullRequest !== undefined && picomatch(branch, { dot: true, nonegate: true, windows: false })(pullRequest.headRef))
  const byLogin = login === undefined || pullRequest?.author.login.toLowerCase() === login.toLowerCase()
  const byEmail = email === undefined || commit.authorEmail.trim().toLowerCase() === email.toLowerCase()
  return onBranch && byLogin && byEmail
}

const OPENER = 'pull-request-opener'

/** GitHub allows no more. */
const MAX_BODY = 65_536

function pullRequestSightings(pullRequest: PullRequest | undefined): readonly Sighting[] {
  if (pullRequest === undefined) return []
  const login = pullRequest.author.login.toLowerCase()
  const lines = quotingOpeners.has(login) ? [] : pullRequest.body.slice(0, MAX_BODY).split(/\r\n|\n|\r/)
  return traces.flatMap((trace) => {
    if (trace.kind === 'login' && trace.login === login) return [toSighting(trace, OPENER, login)]
    if (trace.kind === 'branch' && trace.prefix.test(pullRequest.headRef))
      return [toSighting(trace, 'branch', pullRequest.headRef)]
    if (trace.kind !== 'body') return []
    const line = lines.find((candidate) => !candidate.startsWith('>') && trace.line.test(candidate.trim()))
    return line === undefined ? [] : [toSighting(trace, 'pull-request-body', line)]
  })
}

function inOrder(families: readonly Family[]): readonly Family[] {
  return allFamilies.filter((family) => families.includes(family))
}

function distinct(signals: readonly AuthorSignal[]): readonly AuthorSignal[] {
  return [...new Map(signals.map((signal) => [JSON.stringify(signal), signal])).values()]
}
