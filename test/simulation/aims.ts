import type { Figures } from './ledger.js'
import type { Year } from './world.js'

/** One line of the year's table. */
export interface Row {
  readonly what: string
  readonly count: number
  readonly of: number
  readonly percent: number
  /** In percent. */
  readonly aim: { readonly kind: 'at least' | 'at most'; readonly percent: number } | undefined
}

/** Whether the row is as good as it has to be. */
export function isMet({ percent, aim }: Row): boolean {
  if (aim === undefined) return true
  return aim.kind === 'at least' ? percent >= aim.percent : percent <= aim.percent
}

/** What can be told in parts of a whole. An aim leaves room for reviewers that draw other words. */
export function toRows({ figures, alerts }: Pick<Year, 'figures' | 'alerts'>): readonly Row[] {
  return [...identityRows(figures), ...peopleRows(figures), ...gateRows(figures), ...alertRows(figures, alerts)]
}

function identityRows(figures: Figures): readonly Row[] {
  const { again, otherAfterRename, otherAfterProof } = figures
  return [
    row('reported again: the same alert', [figures.sameAlert, again - otherAfterRename - otherAfterProof], least(90)),
    row('reported again: another alert, because the file has another name', [otherAfterRename, again]),
    row('reported again: another alert, because it is proven now or not any more', [otherAfterProof, again]),
    row('back after a run that did not report it: the same alert', [figures.backSameAlert, figures.back], least(60)),
    row('first seen on main after a pull request: the same alert', [figures.carriedSameAlert, figures.carried]),
    row('said several times in a run: more than one alert', [figures.shownOften, figures.saidOften], most(12)),
    row('in one result with another defect', [figures.mixedUp, figures.reported], most(1)),
  ]
}

function peopleRows(figures: Figures): readonly Row[] {
  return [
    row('dismissed by a person: back as another alert', [figures.asideReturned, figures.aside], most(30)),
    row('accepted at the base: taken for new', [figures.acceptedTakenForNew, figures.accepted], most(5)),
  ]
}

function gateRows(figures: Figures): readonly Row[] {
  return [
    row('grave and new: blocks', [figures.blocked, figures.grave], least(99)),
    row('grave and new: taken for one that is accepted', [figures.slipped, figures.grave], most(1)),
    row('quote not found where it stands', [figures.notProven, figures.reported], most(1)),
  ]
}

function alertRows({ planted, inventedAlerts, invented }: Figures, alerts: number): readonly Row[] {
  return [
    row('alerts that ever were, without inventions, for each defect', [alerts - inventedAlerts, planted], most(200)),
    row('inventions that became a note', [inventedAlerts, invented]),
  ]
}

function row(what: string, [count, of]: readonly [number, number], aim?: Row['aim']): Row {
  return { what, count, of, percent: of === 0 ? 0 : (count * 100) / of, aim }
}

function least(percent: number): Row['aim'] {
  return { kind: 'at least', percent }
}

function most(percent: number): Row['aim'] {
  return { kind: 'at most', percent }
}
