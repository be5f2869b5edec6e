import Sequencer from '@jest/test-sequencer'

/** What takes longest, in this order: started last, one of them would keep one processor busy and the others idle. */
const longest = [
  'security/failures',
  'security/cost',
  'security/tree',
  'security/claude',
  'e2e/github/head',
  'e2e/failures',
  'e2e/github/code-scanning',
  'e2e/github/reuse',
  'security/names',
  'e2e/action',
  'reviewers/claude-cli',
  'reviewers/claude/cell',
  'e2e/github/comments',
  'reviewers/codex-cli',
  'simulation/year',
  'security/supply',
  'security/isolation',
  'security/configuration',
  'e2e/isolation',
  'e2e/recipes',
  'security/prompt-injection',
  'security/output',
  'e2e/families',
  'e2e/github/override',
  'e2e/events',
  'pipeline-families',
  'e2e/faults',
  'reviewers/contract',
  'e2e/command-line',
  'e2e/pull-request-life',
  'host/key-proxy/codex',
  'host/isolation',
  'fuzz/markdown',
].map((name) => `/test/${name}.test.ts`)

/** Jest's own order needs the times of an earlier run, which a fresh clone has not; after one it is kept within each place. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((a, b) => placeOf(a) - placeOf(b))
  }
}

/** What is not listed comes after all that is. */
function placeOf({ path }) {
  const found = longest.findIndex((end) => path.replaceAll('\\', '/').endsWith(end))
  return found === -1 ? longest.length : found
}
