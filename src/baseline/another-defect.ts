import type { AgreedFinding } from '../consensus/agree.js'
import type { KnownResult } from '../types/history.js'

/** Texts with fewer telling words are too short to say that they have nothing in common. */
const ENOUGH_WORDS = 4
const STEM_CHARACTERS = 5

/**
 * Whether a finding with the fingerprint of an earlier result is about something else. Only where the two have no word in
 * common but those of the quoted code, so that another wording of one defect is hardly ever torn off.
 */
export function isAnotherDefect({ finding, text }: AgreedFinding, known: KnownResult): boolean {
  const code = stemsOf(`${text} ${known.quote ?? ''}`)
  const now = stemsOf(`${finding.title} ${finding.message}`, code)
  const before = stemsOf(`${known.title} ${known.message}`, code)
  if (now.size < ENOUGH_WORDS || before.size < ENOUGH_WORDS) return false
  return ![...now].some((stem) => before.has(stem))
}

/** Words of at least four letters, cut to their stems, without those that any two reviews share. */
function stemsOf(text: string, except: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? []
  const stems = words.map((word) => word.slice(0, STEM_CHARACTERS))
  return new Set(stems.filter((stem) => !everywhere.has(stem) && !except.has(stem)))
}

/** Grammar, and what every finding is about. */
const everywhere: ReadonlySet<string> = new Set(
  `about above after again against also another because been before being below between both call called caller cannot
  change code could data does done down each else even ever every file first from function have here into itself just
  last like line made make many mean method more most much must need never next nothing once only other otherwise over
  return same should since some still such take than that their them then there these they this those through time
  under until upon used uses using value very want were what when where which while will with within without would your`
    .split(/\s+/)
    .map((word) => word.slice(0, STEM_CHARACTERS)),
)
