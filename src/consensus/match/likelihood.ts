import { type Compared, FAR_LINES, NEAR_LINES, type Signals } from './similarity.js'

/**
 * Log-odds of a pair being one issue. Fitted (logistic regression, then rounded) on the development half of
 * bench/data/matching.json, starting from weights that were found on recorded reviews; `npm run bench:matching` tests them.
 */
const weights = {
  none: -7.1,
  words: 14,
  grams: 6,
  identifiers: 1,
  noIdentifiers: 0.8,
  quote: 0.6,
  sameRule: 0.6,
  fewTexts: -0.9,
  near: 2.2,
  /** Per reciprocal: so many lines beyond `NEAR_LINES` halve the weight of nearness. */
  halfLines: 6,
  /** In one file, but far apart and with nothing quoted in common. */
  far: -2,
  /** In one file, but elsewhere than in the other run. */
  moved: 1.2,
  otherSide: 1.2,
  related: 1,
  /** A reviewer seldom says the same twice in one run. */
  sameReviewer: -1.5,
  /** Of two runs each says most issues again, and a change moves lines. */
  otherRun: 1.2,
}

/** That two statements with such a likelihood are one issue is as likely as not. */
export const EVEN = 0.5

/** What is known to be different. Less than 0, so that it outweighs likenesses of others in a group. */
export const APART = -1

/** 0 to 1: how likely two statements of one run are about one issue; `APART` where they cannot be. */
export function likelihoodInRun(signals: Signals, a: Compared, b: Compared): number {
  const repeats = a.reviewers.some((reviewer) => b.reviewers.includes(reviewer))
  // Who names two places means two places.
  if (repeats && namesTwoPlaces(signals)) return APART
  return sigmoid(textOdds(signals) + placeOdds(signals) + (repeats ? weights.sameReviewer : 0))
}

/** 0 to 1: how likely two statements of different runs are about one issue. A quote that stands in both is one place. */
export function likelihoodOverRuns(signals: Signals): number {
  const { place, quote } = signals
  const isMoved = place.kind === 'same-file' && place.gap > NEAR_LINES
  const odds = quote > 0 ? weights.near : isMoved ? weights.moved : placeOdds(signals)
  return sigmoid(textOdds(signals) + odds + weights.otherRun)
}

/** Also next to each other, where nothing that they quote is the same. */
function namesTwoPlaces({ place, quote }: Signals): boolean {
  if (place.kind === 'related') return true
  return place.kind === 'same-file' && (place.gap > NEAR_LINES || (place.gap > 0 && quote === 0))
}

function textOdds(signals: Signals): number {
  return (
    weights.none +
    weights.words * signals.words +
    weights.grams * signals.grams +
    weights.identifiers * signals.identifiers +
    weights.noIdentifiers * signals.noIdentifiers +
    weights.quote * signals.quote +
    weights.sameRule * signals.sameRule +
    weights.fewTexts * signals.fewTexts
  )
}

function placeOdds({ place, quote }: Signals): number {
  switch (place.kind) {
    case 'other-side':
      return weights.otherSide
    case 'related':
      return weights.related
    case 'same-file': {
      const beyond = Math.max(0, place.gap - NEAR_LINES)
      const near = weights.near / (1 + beyond / weights.halfLines)
      return place.gap > FAR_LINES && quote === 0 ? near + weights.far : near
    }
  }
}

function sigmoid(odds: number): number {
  return 1 / (1 + Math.exp(-odds))
}
