// npm run bench:year: a simulated year of pushes to one repository, reviewed by the product's own stages and uploaded to
// the stand-in for GitHub. Seeded; the same year as test/simulation. Another one: node bench/year.mjs 7
import { loadProduct } from './product.mjs'

const SEED = 20_261_121

const { world, start, aims } = await loadProduct({
  ...{ world: '../test/simulation/world', start: '../test/support/github/start', aims: '../test/simulation/aims' },
})
const github = await start.startGitHub({ start: Date.parse('2026-01-01T08:00:00Z') })
const year = await world.simulateYear(github, Number(process.argv[2] ?? SEED))
await github.close()
print(year)

function print({ figures, alerts, complaints, exceptions }) {
  const { pullRequests, pushes, audits, planted, fixed, reported, invented, overlooked } = figures
  const { dismissedByPerson, dismissedByOthers } = figures
  console.log(
    `${pullRequests} pull requests, ${pushes} pushes, ${audits} audits of main; ${planted} defects planted, ${fixed} times fixed, ${reported} times reported, ${overlooked} times overlooked; ${invented} inventions; ${dismissedByPerson} alerts dismissed by a person, ${dismissedByOthers} by the author or a bot; ${alerts} alerts in all.\n`,
  )
  console.log('| in a year of pushes | | of | % | limit |')
  console.log('|---|---:|---:|---:|---|')
  const rows = aims.toRows({ figures, alerts })
  for (const { what, count, of, percent, aim } of rows) {
    const limit = aim === undefined ? '' : `${aim.kind === 'at least' ? '≥' : '≤'}${aim.percent}`
    console.log(`| ${what} | ${count} | ${of} | ${percent.toFixed(1)} | ${limit} |`)
  }
  console.log(
    `| live defects without an alert, alerts open without a result, dismissed and not suppressed | ${complaints.length} | | | 0 |`,
  )
  if (process.env.VERBOSE !== undefined) console.log(['', ...complaints, ...exceptions].join('\n'))
  if (complaints.length > 0 || !rows.every(aims.isMet)) process.exitCode = 1
}
