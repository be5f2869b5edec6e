import type { AuthorSignal, ModelFamilies } from '../types/authorship.js'
import type { Commit } from '../types/change.js'
import type { Family } from '../types/reviewer.js'
import { familyOfModel } from './model-family.js'
import { readNote } from './notes.js'
import { agentNames, claudeCodeAddress, type Trace, traces } from './signals.js'
import { type Identity, loginOf, readTrailers, type Trailer, toIdentity } from './trailers.js'

/** A trace that was found, before the report knows where. */
export type Sighting = Pick<AuthorSignal, 'family' | 'harness' | 'source' | 'evidence' | 'confidence'>

/** The agents that a git note of the commit names. */
export function noteSightings(note: string | undefined, models: ModelFamilies): readonly Sighting[] {
  if (note === undefined) return []
  return readNote(note).map(({ tool, model }) => ({
    family: familyOfModel(model, models) ?? null,
    harness: agentNames.get(tool.toLowerCase())?.harness ?? shortText(tool),
    source: 'git-notes',
    evidence: shortText(`${tool}: ${model}`),
    confidence: 'high',
  }))
}

/** What the commit itself says: its author's address, its trailers, its subject. Not its author's name, which anybody may have. */
export function commitSightings(commit: Commit, models: ModelFamilies): readonly Sighting[] {
  const author = { name: commit.authorName, address: commit.authorEmail.trim().toLowerCase() }
  const subject = commit.message.slice(0, MAX_EVIDENCE)
  return [
    ...identitySightings(author, { source: 'author', evidence: author.address, models }),
    ...readTrailers(commit.message).flatMap((trailer) => trailerSightings(trailer, models)),
    ...traces
      .filter((trace) => trace.kind === 'subject' && subject.startsWith(trace.prefix))
      .map((trace) => toSighting(trace, 'subject', subject.split(/[\r\n]/)[0] ?? '')),
  ]
}

/** A trace as it was found; what it says is foreign, so it is cleaned and capped. */
export function toSighting({ family, harness, confidence }: Trace, source: string, evidence: string): Sighting {
  return { family, harness, source, evidence: shortText(evidence), confidence }
}

/** Trailers that name who took part. Others, such as Reviewed-by, name who did not write. */
const creditKeys: readonly string[] = ['co-authored-by', 'assisted-by', 'generated-by', 'signed-off-by']
const modelKeys: readonly string[] = ['assisted-by', 'generated-by']

function trailerSightings(trailer: Trailer, models: ModelFamilies): readonly Sighting[] {
  const evidence = `${trailer.key}: ${trailer.value}`
  const named = traces
    .filter((trace) => trace.kind === 'trailer' && trace.key === trailer.key && trace.value.test(trailer.value))
    .map((trace) => toSighting(trace, 'trailer', evidence))
  if (!creditKeys.includes(trailer.key)) return named
  const identity = toIdentity(trailer.value)
  if (identity !== undefined) {
    return [...named, ...identitySightings(identity, { source: 'trailer', evidence, models })]
  }
  return modelKeys.includes(trailer.key) ? [...named, ...modelSightings(trailer, evidence, models)] : named
}

interface Found {
  readonly source: string
  readonly evidence: string
  readonly models: ModelFamilies
}

function identitySightings(identity: Identity, { source, evidence, models }: Found): readonly Sighting[] {
  const login = loginOf(identity.address)
  return traces
    .filter(
      (trace) =>
        (trace.kind === 'address' && trace.address === identity.address) ||
        (trace.kind === 'login' && trace.login === login),
    )
    .map((trace) => ({
      ...toSighting(trace, source, evidence),
      family: trace.family ?? familyInName(identity, models) ?? null,
    }))
}

/** Some programs name their model before their address: `aider (gpt-5)`, `GPT-5 via Crush`, `Claude Opus 4.8`. */
function familyInName({ name, address }: Identity, models: ModelFamilies): Family | undefined {
  const bracketed = /\(([^()]{1,128})\)$/.exec(name)?.[1]
  const before = name.includes(' via ') ? name.slice(0, name.indexOf(' via ')) : undefined
  const named = familyOfModel(bracketed ?? before ?? '', models)
  if (named !== undefined || address !== claudeCodeAddress) return named
  // With another lab's model behind it the program signs as `Claude Code`.
  return /^Claude(?: (?!Code\b)|$)/.test(name) ? 'anthropic' : familyOfModel(name, models)
}

/** `Assisted-by: AGENT:MODEL [TOOL…]` of the Linux kernel, and `Generated-by: MODEL`. A bare name credits a person. */
function modelSightings({ key, value }: Trailer, evidence: string, models: ModelFamilies): readonly Sighting[] {
  const pair = /^([A-Za-z][\w .+-]{0,60}):(\S{1,128})(?:\s|$)/.exec(value)
  const whole = key === 'generated-by' ? value : ''
  const agent = agentNames.get((pair?.[1] ?? whole).trim().toLowerCase())
  const model = pair?.[2] ?? whole
  const family = familyOfModel(model, models) ?? agent?.family ?? undefined
  if (family === undefined && agent === undefined) return []
  const harness = agent?.harness ?? (pair?.[1] === undefined ? null : shortText(pair[1]))
  return [{ family: family ?? null, harness, source: 'trailer', evidence: shortText(evidence), confidence: 'medium' }]
}

/** Characters of a foreign text that the report repeats. */
const MAX_EVIDENCE = 200

function shortText(text: string): string {
  return text
    .slice(0, MAX_EVIDENCE)
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
}
