import { startGitHub } from '../support/github/start.js'
import { isMet, toRows } from './aims.js'
import { noFigures } from './ledger.js'
import { simulateYear, type Year } from './world.js'

const SEED = 20_261_121

let year: Year
let violations: readonly string[]

beforeAll(async () => {
  const github = await startGitHub({ start: Date.parse('2026-01-01T08:00:00Z') })
  year = await simulateYear(github, SEED)
  violations = github.forgiveViolations()
  await github.close()
})

const rowNames = toRows({ figures: noFigures, alerts: 0 }).flatMap(({ what, aim }) => (aim === undefined ? [] : [what]))

describe('a year of pushes', () => {
  it('asks nothing of GitHub that GitHub does not know', () => {
    expect(violations).toEqual([])
  })

  it('is long enough to tell', () => {
    expect(year.figures.pushes + year.figures.audits).toBeGreaterThan(200)
    const things = [year.figures.fixed, year.figures.back, year.figures.dismissedByOthers, year.figures.accepted]
    expect(things.filter((count) => count < 10)).toEqual([])
  })

  it('leaves no defect without an alert, and no alert open that the newest push does not have', () => {
    expect(year.complaints).toEqual([])
  })

  it.each(rowNames)('is as good as it has to be: %s', (name) => {
    const row = toRows(year).find(({ what }) => what === name)
    expect(row).toBeDefined()
    expect(row && isMet(row) ? undefined : { row, exceptions: year.exceptions }).toBeUndefined()
  })

  it('makes no more than one note of an invention, which blocks nothing', () => {
    expect(year.figures.inventedAlerts).toBeLessThanOrEqual(year.figures.invented)
  })
})
