/** What the action hands to later steps. action.yml and the README are held to this by tests. */
export interface Output {
  readonly name: string
  readonly description: string
}

export const outputs: readonly Output[] = [
  { name: 'conclusion', description: 'pass, fail, not-evaluated or nothing-to-review.' },
  { name: 'reason', description: 'Why, in one line.' },
  { name: 'results', description: 'Number of results. Empty when the change was not evaluated.' },
  { name: 'blocking', description: 'Number of results that block. Empty when the change was not evaluated.' },
  {
    name: 'highest-severity',
    description: 'critical, high, medium, low or none. Empty when the change was not evaluated.',
  },
  { name: 'coverage', description: 'Percent of the reviewable changed lines that a completed review covered.' },
  {
    name: 'author-families',
    description: 'Model families that are known to have written the change, as a comma list. Empty when none is known.',
  },
  { name: 'reviewers', description: 'Reviewers that completed.' },
  {
    name: 'waiver',
    description:
      'Whether a reviewer of the author’s own family was the only one for some of the change: true or false.',
  },
  {
    name: 'override',
    description: 'Whether a maintainer overrode the gate: true or false.',
  },
  { name: 'sarif-file', description: 'Path of the SARIF file.' },
  { name: 'report-file', description: 'Path of the report (JSON).' },
  { name: 'isolation', description: 'How the reviewer was isolated: root-sandbox, user-sandbox, in-process or none.' },
]
