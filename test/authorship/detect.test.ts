import { type AuthorSources, detectAuthorship } from '../../src/authorship/detect.js'
import type { Change, Commit, PullRequest } from '../../src/types/change.js'
import { Signal } from '../../src/types/report.js'
import type { Family } from '../../src/types/reviewer.js'

const nothingElse: AuthorSources = { notes: new Map(), authors: [], models: {}, authorModel: 'auto' }

function aCommit(message: string, overrides: Partial<Commit> = {}): Commit {
  return { sha: 'a'.repeat(40), authorName: 'Ada', authorEmail: 'ada@example.com', message, ...overrides }
}

function aPullRequest(overrides: Partial<PullRequest> = {}): PullRequest {
  return {
    number: 7,
    title: 'Add totals',
    body: '',
    headRef: 'topic',
    author: { login: 'ada', id: 1, type: 'User' },
    fork: false,
    draft: false,
    ...overrides,
  }
}

function aChange(commits: readonly Commit[], pullRequest?: PullRequest): Change {
  return {
    mode: 'review',
    base: 'b'.repeat(40),
    head: 'c'.repeat(40),
    mergeBase: 'b'.repeat(40),
    commits,
    pullRequest,
  }
}

function by(...lines: readonly string[]): Commit {
  return aCommit(`Add totals\n\nThe loop was one short.\n\n${lines.join('\n')}\n`)
}

function authored(authorEmail: string, message = 'Add totals\n'): Commit {
  return aCommit(message, { authorEmail })
}

interface Case {
  readonly what: string
  readonly commits: readonly Commit[]
  readonly pullRequest?: PullRequest
  readonly families?: readonly Family[]
  readonly harnesses?: readonly string[]
  /** Of the whole change: whether some commit's author stays unknown. */
  readonly unknown: 'yes' | 'no'
}

const noreply = 'users.noreply.github.com'
const renovate = { login: 'renovate[bot]', id: 29139614, type: 'Bot' }
const quotedNotes = 'Update dependency\n\nRelease notes:\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n'

const told: readonly Case[] = [
  {
    what: 'Claude Code',
    commits: [by('Co-Authored-By: Claude <noreply@anthropic.com>')],
    families: ['anthropic'],
    unknown: 'no',
  },
  {
    what: 'Claude Code that names its model',
    commits: [
      by(
        '🤖 Generated with [Claude Code](https://claude.com/claude-code)',
        '',
        'Co-Authored-By: Claude Opus 4.8 (1M context) <noreply@anthropic.com>',
      ),
    ],
    families: ['anthropic'],
    unknown: 'no',
  },
  {
    what: 'Claude Code with a model of Anthropic yet to come',
    commits: [by('co-authored-by: Claude Novella 7 <NoReply@Anthropic.com>')],
    families: ['anthropic'],
    unknown: 'no',
  },
  {
    what: 'Claude Code over another lab’s model',
    commits: [by('Co-Authored-By: Claude Code <noreply@anthropic.com>')],
    harnesses: ['Claude Code'],
    unknown: 'yes',
  },
  {
    what: 'Claude Code that signs with GLM',
    commits: [by('Co-Authored-By: GLM-5.2 <noreply@anthropic.com>')],
    families: ['zhipu'],
    unknown: 'no',
  },
  {
    what: 'goose behind the address of Claude Code',
    commits: [by('Co-Authored-By: goose <noreply@anthropic.com>')],
    harnesses: ['Claude Code'],
    unknown: 'yes',
  },
  {
    what: 'a session of Claude Code on the web',
    commits: [by('Claude-Session: https://claude.ai/code/session_01AbC')],
    families: ['anthropic'],
    unknown: 'no',
  },
  {
    what: 'Claude as the author of the commit',
    commits: [authored(`209825114+claude[bot]@${noreply}`)],
    families: ['anthropic'],
    unknown: 'no',
  },
  {
    what: 'the Claude action under its default bot id',
    commits: [authored(`41898282+claude[bot]@${noreply}`)],
    families: ['anthropic'],
    unknown: 'no',
  },
  { what: 'Codex', commits: [by('Co-authored-by: Codex <noreply@openai.com>')], families: ['openai'], unknown: 'no' },
  {
    what: 'Codex under a drifting name',
    commits: [by('Co-authored-by: GPT 5.5 <codex@openai.com>')],
    families: ['openai'],
    unknown: 'no',
  },
  {
    what: 'Codex cloud',
    commits: [authored(`199175422+chatgpt-codex-connector[bot]@${noreply}`)],
    families: ['openai'],
    unknown: 'no',
  },
  {
    what: 'Copilot’s agent',
    commits: [by(`Co-authored-by: copilot-swe-agent[bot] <198982749+Copilot@${noreply}>`)],
    harnesses: ['GitHub Copilot'],
    unknown: 'yes',
  },
  {
    what: 'Copilot’s CLI',
    commits: [by(`Co-authored-by: Copilot <223556219+Copilot@${noreply}>`)],
    harnesses: ['GitHub Copilot'],
    unknown: 'yes',
  },
  {
    what: 'Cursor',
    commits: [by('Co-authored-by: Cursor <cursoragent@cursor.com>')],
    harnesses: ['Cursor'],
    unknown: 'yes',
  },
  {
    what: 'Devin',
    commits: [authored(`158243242+devin-ai-integration[bot]@${noreply}`)],
    harnesses: ['Devin'],
    unknown: 'yes',
  },
  {
    what: 'Jules',
    commits: [by(`Co-authored-by: google-labs-jules[bot] <161369871+google-labs-jules[bot]@${noreply}>`)],
    families: ['google'],
    unknown: 'no',
  },
  {
    what: 'a suggestion of Gemini Code Assist',
    commits: [by(`Co-authored-by: gemini-code-assist[bot] <176961590+gemini-code-assist[bot]@${noreply}>`)],
    families: ['google'],
    unknown: 'no',
  },
  {
    what: 'Amp',
    commits: [by('Amp-Thread-ID: https://ampcode.com/threads/T-0198', 'Co-authored-by: Amp <amp@ampcode.com>')],
    harnesses: ['Amp'],
    unknown: 'yes',
  },
  {
    what: 'Aider with its model',
    commits: [by('Co-authored-by: aider (openrouter/deepseek/deepseek-chat) <aider@aider.chat>')],
    families: ['deepseek'],
    unknown: 'no',
  },
  {
    what: 'Aider with a model that nobody knows',
    commits: [by('Co-authored-by: aider (openai/house-model) <aider@aider.chat>')],
    harnesses: ['Aider'],
    unknown: 'yes',
  },
  { what: 'Aider by its subject', commits: [aCommit('aider: Add totals\n')], harnesses: ['Aider'], unknown: 'yes' },
  {
    what: 'OpenHands',
    commits: [by('Co-authored-by: openhands <openhands@all-hands.dev>')],
    harnesses: ['OpenHands'],
    unknown: 'yes',
  },
  {
    what: 'opencode',
    commits: [
      by('🤖 Generated with [opencode](https://opencode.ai)', '', 'Co-Authored-By: opencode <noreply@opencode.ai>'),
    ],
    harnesses: ['opencode'],
    unknown: 'yes',
  },
  {
    what: 'Factory Droid',
    commits: [by(`Co-authored-by: factory-droid[bot] <138933559+factory-droid[bot]@${noreply}>`)],
    harnesses: ['Factory Droid'],
    unknown: 'yes',
  },
  {
    what: 'Crush with its model',
    commits: [by('💘 Generated with Crush', '', 'Assisted-by: Claude Sonnet 5 via Crush <crush@charm.land>')],
    families: ['anthropic'],
    unknown: 'no',
  },
  {
    what: 'Crush without one',
    commits: [by('Co-Authored-By: Crush <crush@charm.land>')],
    harnesses: ['Crush'],
    unknown: 'yes',
  },
  {
    what: 'Qwen Code',
    commits: [by('Co-authored-by: Qwen-Coder <qwen-coder@alibabacloud.com>')],
    families: ['qwen'],
    unknown: 'no',
  },
  {
    what: 'Mastra Code with its model',
    commits: [by('Co-authored-by: Mastra Code (openai/gpt-5.5) <noreply@mastra.ai>')],
    families: ['openai'],
    unknown: 'no',
  },
  {
    what: 'Replit',
    commits: [by('Replit-Commit-Author: Agent', 'Replit-Commit-Session-Id: 0f3c')],
    harnesses: ['Replit'],
    unknown: 'yes',
  },
  {
    what: 'the kernel’s form',
    commits: [by('Assisted-by: Claude:claude-opus-4-8 coccinelle', 'Signed-off-by: Ada <ada@example.com>')],
    families: ['anthropic'],
    unknown: 'no',
  },
  {
    what: 'the kernel’s form for an agent that nobody knows',
    commits: [by('Assisted-by: Helper:kimi-k2')],
    families: ['moonshot'],
    unknown: 'no',
  },
  { what: 'a generator', commits: [by('Generated-by: codex')], families: ['openai'], unknown: 'no' },
  {
    what: 'GLM made by hand, which proves little',
    commits: [by('Co-authored-by: GLM 5.3 <noreply@z.ai>')],
    families: ['zhipu'],
    unknown: 'yes',
  },
  {
    what: 'two agents in one commit',
    commits: [by('Co-Authored-By: Claude <noreply@anthropic.com>', 'Co-authored-by: Codex <noreply@openai.com>')],
    families: ['openai', 'anthropic'],
    unknown: 'no',
  },
  {
    what: 'a known agent next to one that may be any',
    commits: [by('Co-Authored-By: Claude <noreply@anthropic.com>', 'Co-authored-by: Cursor <cursoragent@cursor.com>')],
    families: ['anthropic'],
    harnesses: ['Cursor'],
    unknown: 'yes',
  },
  {
    what: 'mixed authors',
    commits: [by('Co-Authored-By: Claude <noreply@anthropic.com>'), aCommit('Fix totals\n')],
    families: ['anthropic'],
    unknown: 'yes',
  },
  {
    what: 'line ends of Windows',
    commits: [aCommit('Add totals\r\n\r\nWhy.\r\n\r\nCo-Authored-By: Claude <noreply@anthropic.com>\r\n')],
    families: ['anthropic'],
    unknown: 'no',
  },
  {
    what: 'a signature below in a paragraph of its own',
    commits: [by('Co-Authored-By: Claude <noreply@anthropic.com>', '', 'Signed-off-by: Ada <ada@example.com>')],
    families: ['anthropic'],
    unknown: 'no',
  },
  {
    what: 'an agent behind github-actions',
    commits: [
      authored(
        `41898282+github-actions[bot]@${noreply}`,
        'Fix\n\nWhy.\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n',
      ),
    ],
    families: ['anthropic'],
    unknown: 'no',
  },
  {
    what: 'a forged dependabot over an agent’s trailers',
    commits: [
      authored(
        `49699333+dependabot[bot]@${noreply}`,
        `feat\n\nCo-Authored-By: Claude <noreply@anthropic.com>\nCo-authored-by: github-actions[bot] <41898282+github-actions[bot]@${noreply}>\nGenerated-By: codex\n`,
      ),
    ],
    pullRequest: aPullRequest({ author: { login: 'mallory', id: 2, type: 'User' } }),
    families: ['openai', 'anthropic'],
    unknown: 'no',
  },
  {
    what: 'the app that opened the pull request',
    commits: [aCommit('Fix\n')],
    pullRequest: aPullRequest({ author: { login: 'google-labs-jules[bot]', id: 3, type: 'Bot' } }),
    families: ['google'],
    unknown: 'no',
  },
  {
    what: 'Copilot as the opener',
    commits: [aCommit('Fix\n')],
    pullRequest: aPullRequest({ author: { login: 'Copilot', id: 198982749, type: 'Bot' } }),
    harnesses: ['GitHub Copilot'],
    unknown: 'yes',
  },
  {
    what: 'a link to the task of Codex',
    commits: [aCommit('Fix\n')],
    pullRequest: aPullRequest({ body: 'Adds totals.\n\n------\nhttps://chatgpt.com/codex/tasks/task_e_68a1' }),
    families: ['openai'],
    unknown: 'no',
  },
  {
    what: 'the marker of Jules',
    commits: [aCommit('Fix\n')],
    pullRequest: aPullRequest({
      body: '---\n*PR created automatically by Jules for task [123](https://jules.google.com/task/123)*',
    }),
    families: ['google'],
    unknown: 'no',
  },
  {
    what: 'the marker of Claude Code, which names no model',
    commits: [aCommit('Fix\n')],
    pullRequest: aPullRequest({
      body: 'Why.\r\n\r\n🤖 Generated with [Claude Code](https://claude.com/claude-code)\r\n',
    }),
    harnesses: ['Claude Code'],
    unknown: 'yes',
  },
  {
    what: 'the name of the branch, which proves little',
    commits: [aCommit('Fix\n')],
    pullRequest: aPullRequest({ headRef: 'codex/add-totals' }),
    families: ['openai'],
    unknown: 'yes',
  },
  {
    what: 'the branch of a harness',
    commits: [aCommit('Fix\n')],
    pullRequest: aPullRequest({ headRef: 'cursor/add-totals' }),
    harnesses: ['Cursor'],
    unknown: 'yes',
  },
  {
    what: 'a commit that speaks before its pull request does',
    commits: [by('Co-Authored-By: Claude <noreply@anthropic.com>')],
    pullRequest: aPullRequest({ headRef: 'codex/add-totals' }),
    families: ['anthropic'],
    unknown: 'no',
  },
]

const silent: readonly Case[] = [
  { what: 'a person without a trace', commits: [aCommit('Add totals\n')] },
  {
    what: 'a person called Claude',
    commits: [aCommit('Fix\n', { authorName: 'Claude', authorEmail: 'claude@example.fr' })],
  },
  { what: 'a co-author called Claude', commits: [by('Co-authored-by: Claude <claude.martin@example.fr>')] },
  { what: 'an employee of the lab', commits: [by('Co-authored-by: Claude <claude@anthropic.com>')] },
  { what: 'a person called Devin', commits: [by(`Co-authored-by: Devin <1234+devin@${noreply}>`)] },
  { what: 'a person called Jules', commits: [authored('jules@google.com')] },
  { what: 'a person called Cody', commits: [by(`Co-authored-by: Cody <99+cody@${noreply}>`)] },
  {
    what: 'a person whose login is that of a bot but for its suffix',
    commits: [by(`Co-authored-by: c <5+cursor@${noreply}>`, `Co-authored-by: d <6+claude@${noreply}>`)],
  },
  { what: 'somebody behind GitHub’s private address', commits: [authored(`583231+octocat@${noreply}`)] },
  {
    what: 'the signature of an agent as a display name',
    commits: [by('Co-authored-by: Claude Opus 4.8 <ada@example.com>')],
  },
  { what: 'a look-alike domain', commits: [by('Co-authored-by: Claude <noreply@anthropic.com.example.org>')] },
  { what: 'a look-alike local part', commits: [by('Co-authored-by: Claude <x-noreply@anthropic.com>')] },
  {
    what: 'prose about Codex',
    commits: [
      aCommit('Teach the parser what Codex prints\n\nCodex and Claude Code write JSON lines; gpt-5.5 does too.\n'),
    ],
  },
  {
    what: 'a subject that begins like a trailer',
    commits: [aCommit('Co-authored-by: Claude <noreply@anthropic.com>\n')],
  },
  {
    what: 'a trailer in the middle of the message',
    commits: [
      aCommit(
        'Fix\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n\nThat line above is the example that the docs quote.\n',
      ),
    ],
  },
  {
    what: 'an indented trailer',
    commits: [aCommit('Fix\n\nAn example:\n\n    Co-Authored-By: Claude <noreply@anthropic.com>\n')],
  },
  { what: 'a quoted trailer', commits: [by('> Co-Authored-By: Claude <noreply@anthropic.com>')] },
  {
    what: 'a trailer within a paragraph of prose',
    commits: [aCommit('Fix\n\nOne.\nTwo.\nThree.\nFour.\nCo-Authored-By: Claude <noreply@anthropic.com>\n')],
  },
  { what: 'a reviewer who is an agent', commits: [by('Reviewed-by: Claude <noreply@anthropic.com>')] },
  {
    what: 'help of a person',
    commits: [by('Assisted-by: Claude', 'Assisted-by: Daniel Stenberg <daniel@example.se>')],
  },
  {
    what: 'renovate quoting a trailer',
    commits: [authored(`29139614+renovate[bot]@${noreply}`, quotedNotes)],
    pullRequest: aPullRequest({ author: renovate }),
  },
  { what: 'renovate on the command line', commits: [authored('bot@renovateapp.com', quotedNotes)] },
  {
    what: 'renovate quoting a marker',
    commits: [authored('bot@renovateapp.com')],
    pullRequest: aPullRequest({
      author: renovate,
      body: '### Notes\n🤖 Generated with [Claude Code](https://claude.com/claude-code)',
    }),
  },
  {
    what: 'a release of github-actions quoting a marker',
    commits: [aCommit('Release\n')],
    pullRequest: aPullRequest({
      author: { login: 'github-actions[bot]', id: 41898282, type: 'Bot' },
      body: 'https://chatgpt.com/codex/tasks/task_e_1',
    }),
  },
  {
    what: 'a quoted marker',
    commits: [aCommit('Fix\n')],
    pullRequest: aPullRequest({ body: '> 🤖 Generated with [Claude Code](https://claude.com/claude-code)' }),
  },
  {
    what: 'a marker with a foreign address',
    commits: [aCommit('Fix\n')],
    pullRequest: aPullRequest({ body: '🤖 Generated with [Claude Code](https://claude.com.example.org/)' }),
  },
  {
    what: 'a body that mentions agents',
    commits: [aCommit('Fix\n')],
    pullRequest: aPullRequest({
      body: 'I asked Claude, Codex and Jules; see docs.cursor.com/agents and xhttps://chatgpt.com/codex/tasks/task_e_1.',
    }),
  },
  {
    what: 'a branch that is named after a person',
    commits: [aCommit('Fix\n')],
    pullRequest: aPullRequest({ headRef: 'claude-martin/totals' }),
  },
  {
    what: 'Gemini’s release robot',
    commits: [by(`Co-authored-by: gemini-cli-robot <224641728+gemini-cli-robot@${noreply}>`)],
  },
  { what: 'an address that breaks over brackets', commits: [by('Co-authored-by: Claude <<noreply@anthropic.com>>')] },
].map((each) => ({ ...each, unknown: 'yes' as const }))

describe('who wrote a change', () => {
  it.each([...told, ...silent])(
    'is read from $what',
    ({ commits, pullRequest, families = [], harnesses = [], unknown }) => {
      const authorship = detectAuthorship(aChange(commits, pullRequest), nothingElse)
      expect(authorship.families).toEqual(families)
      expect(authorship.unknownHarnesses).toEqual(harnesses)
      expect(authorship.perCommit).toHaveLength(commits.length)
      expect(authorship.perCommit.some((commit) => commit.unknown)).toBe(unknown === 'yes')
      for (const signal of authorship.signals) expect(Signal.safeParse(signal).success).toBe(true)
    },
  )

  it('is told by more than forty traces and by as many look-alikes as there are', () => {
    expect(told.length).toBeGreaterThan(40)
    expect(silent.length).toBeGreaterThanOrEqual(30)
  })

  it('leaves no signal for a look-alike', () => {
    for (const { commits, pullRequest } of silent) {
      expect(detectAuthorship(aChange(commits, pullRequest), nothingElse).signals).toEqual([])
    }
  })

  it('is kept apart by commit', () => {
    const first = { ...by('Co-Authored-By: Claude <noreply@anthropic.com>'), sha: '1'.repeat(40) }
    const second = { ...by('Co-authored-by: Codex <noreply@openai.com>'), sha: '2'.repeat(40) }
    const third = { ...aCommit('Fix\n'), sha: '3'.repeat(40) }
    const { perCommit, signals } = detectAuthorship(aChange([first, second, third]), nothingElse)
    expect(perCommit).toEqual([
      { sha: first.sha, families: ['anthropic'], unknown: false, vouched: false },
      { sha: second.sha, families: ['openai'], unknown: false, vouched: false },
      { sha: third.sha, families: [], unknown: true, vouched: false },
    ])
    expect(signals).toEqual([
      {
        family: 'anthropic',
        harness: 'Claude Code',
        source: 'trailer',
        commit: first.sha,
        evidence: 'co-authored-by: Claude <noreply@anthropic.com>',
        confidence: 'high',
      },
      {
        family: 'openai',
        harness: 'Codex',
        source: 'trailer',
        commit: second.sha,
        evidence: 'co-authored-by: Codex <noreply@openai.com>',
        confidence: 'high',
      },
    ])
  })

  it('is unknown for a change without commits of its own', () => {
    expect(detectAuthorship(aChange([]), nothingElse).perCommit).toEqual([
      { sha: 'c'.repeat(40), families: [], unknown: true, vouched: false },
    ])
  })
})

describe('commits that were not read', () => {
  const cut = { ...aChange([by('Co-Authored-By: Claude <noreply@anthropic.com>')]), commitsCut: true }

  it('count as one more of unknown author, also where the opener is known', () => {
    const pullRequest = aPullRequest({ author: { login: 'claude[bot]', id: 1, type: 'Bot' } })
    for (const change of [cut, { ...cut, pullRequest }]) {
      const { families, perCommit } = detectAuthorship(change, nothingElse)
      expect(families).toEqual(['anthropic'])
      expect(perCommit).toHaveLength(2)
      expect(perCommit[1]).toEqual({ sha: change.head, families: [], unknown: true, vouched: false })
    }
  })

  it('are covered by author-model', () => {
    const { perCommit } = detectAuthorship(cut, { ...nothingElse, authorModel: 'human' })
    expect(perCommit.some(({ unknown }) => unknown)).toBe(false)
  })
})

describe('who is vouched for', () => {
  const claudeWrote = by('Co-Authored-By: Claude <noreply@anthropic.com>')
  const plain = aCommit('Fix\n')
  const rule = { branch: undefined, login: undefined, email: undefined, family: 'anthropic' } as const
  const bot = aPullRequest({ author: { login: 'claude[bot]', id: 1, type: 'Bot' } })
  const ada = aPullRequest({
    headRef: 'claude/fix',
    body: '🤖 Generated with [Claude Code](https://claude.com/claude-code)',
  })
  const note = '---\n{"sessions": {"s": {"agent_id": {"tool": "claude", "id": "x", "model": "claude-opus-4-8"}}}}'
  const byLogin = { authors: [{ ...rule, login: 'ada' }] }

  it.each<[string, 'yes' | 'no', Commit, PullRequest | undefined, Partial<AuthorSources>]>([
    ['a trailer', 'no', claudeWrote, undefined, {}],
    ['the author’s address', 'no', authored(`209825114+claude[bot]@${noreply}`), undefined, {}],
    ['a note', 'no', plain, undefined, { notes: new Map([[plain.sha, note]]) }],
    ['branch and body', 'no', plain, ada, {}],
    ['the opener', 'yes', plain, bot, {}],
    ['the opener and a trailer of the same family', 'yes', claudeWrote, bot, {}],
    ['the opener, against a trailer', 'no', by('Co-authored-by: Codex <noreply@openai.com>'), bot, {}],
    ['a rule by login', 'yes', plain, ada, byLogin],
    ['a rule by login and a trailer of the same family', 'yes', claudeWrote, ada, byLogin],
    ['a rule by login, against a trailer', 'no', by('Co-authored-by: Codex <noreply@openai.com>'), ada, byLogin],
    [
      'a rule by login for another opener',
      'no',
      claudeWrote,
      aPullRequest({ author: { login: 'eve', id: 2, type: 'User' } }),
      byLogin,
    ],
    ['a rule by e-mail alone', 'no', plain, ada, { authors: [{ ...rule, email: 'ada@example.com' }] }],
    ['a rule by branch alone', 'no', plain, ada, { authors: [{ ...rule, branch: '**' }] }],
    ['author-model', 'yes', plain, undefined, { authorModel: ['anthropic'] }],
    ['author-model, for people', 'yes', plain, undefined, { authorModel: 'human' }],
    ['nobody', 'no', plain, undefined, {}],
  ])('by %s: %s', (_what, vouched, commit, pullRequest, sources) => {
    const { perCommit } = detectAuthorship(aChange([commit], pullRequest), { ...nothingElse, ...sources })
    expect(perCommit.map((one) => one.vouched)).toEqual([vouched === 'yes'])
  })
})

describe('author-model', () => {
  const commits = [by('Co-Authored-By: Claude <noreply@anthropic.com>'), aCommit('Fix\n')]

  it('decides alone, and the traces that contradict it stay visible', () => {
    const authorship = detectAuthorship(aChange(commits), { ...nothingElse, authorModel: ['zhipu', 'openai'] })
    expect(authorship.families).toEqual(['openai', 'zhipu'])
    expect(authorship.perCommit.map(({ families, unknown }) => ({ families, unknown }))).toEqual([
      { families: ['openai', 'zhipu'], unknown: false },
      { families: ['openai', 'zhipu'], unknown: false },
    ])
    expect(authorship.signals.map(({ source, family }) => `${source} ${family}`)).toEqual([
      'author-model openai',
      'author-model zhipu',
      'trailer anthropic',
    ])
  })

  it('may declare people, who are nobody’s family and not unknown', () => {
    const authorship = detectAuthorship(aChange(commits), { ...nothingElse, authorModel: 'human' })
    expect(authorship.families).toEqual([])
    expect(authorship.unknownHarnesses).toEqual([])
    expect(authorship.perCommit.every(({ families, unknown }) => families.length === 0 && !unknown)).toBe(true)
    expect(authorship.signals[0]).toMatchObject({ source: 'author-model', evidence: 'author-model: human' })
  })
})

describe('authors of the config file', () => {
  const rule = { branch: undefined, login: undefined, email: undefined, family: 'zhipu' } as const
  const pullRequest = aPullRequest({ headRef: 'agents/glm/totals', author: { login: 'Acme-Bot', id: 4, type: 'User' } })

  it.each([
    ['the branch', { ...rule, branch: 'agents/**' }, ['zhipu']],
    ['another branch', { ...rule, branch: 'agents/*' }, []],
    ['the opener', { ...rule, login: 'acme-bot' }, ['zhipu']],
    ['another opener', { ...rule, login: 'acme' }, []],
    ['the author’s address', { ...rule, email: 'ada@example.com' }, ['zhipu']],
    ['another address', { ...rule, email: 'eve@example.com' }, []],
    [
      'all conditions at once',
      { ...rule, branch: 'agents/**', login: 'acme-bot', email: 'ada@example.com' },
      ['zhipu'],
    ],
    ['one condition that fails', { ...rule, branch: 'agents/**', login: 'acme' }, []],
  ])('are matched by %s', (_what, authors, families) => {
    const change = aChange([aCommit('Fix\n')], pullRequest)
    const authorship = detectAuthorship(change, { ...nothingElse, authors: [authors] })
    expect(authorship.families).toEqual(families)
  })

  it('say what a harness drives, and nothing where the commit says it', () => {
    const sources = { ...nothingElse, authors: [{ ...rule, branch: 'agents/**' }] }
    const harness = by('Co-Authored-By: Claude Code <noreply@anthropic.com>')
    const resolved = detectAuthorship(aChange([harness], pullRequest), sources)
    expect(resolved).toMatchObject({ families: ['zhipu'], unknownHarnesses: [] })
    expect(resolved.perCommit[0]?.unknown).toBe(false)
    const named = by('Co-authored-by: Codex <noreply@openai.com>')
    expect(detectAuthorship(aChange([named], pullRequest), sources).families).toEqual(['openai'])
  })

  it('do not hold on the command line, where there is no branch and no opener', () => {
    const sources = { ...nothingElse, authors: [{ ...rule, branch: '**' }] }
    expect(detectAuthorship(aChange([aCommit('Fix\n')]), sources).families).toEqual([])
  })

  it('name families of models that the built-in table does not know', () => {
    const commit = by('Co-authored-by: aider (openai/house-model) <aider@aider.chat>')
    const authorship = detectAuthorship(aChange([commit]), { ...nothingElse, models: { 'house-*': 'qwen' } })
    expect(authorship).toMatchObject({ families: ['qwen'], unknownHarnesses: [] })
  })
})

describe('git notes', () => {
  const commit = by('Co-Authored-By: Claude Code <noreply@anthropic.com>')

  function noted(agents: object): Authorship {
    const note = `src/total.ts\n  s_1::t_1 3-10\n---\n${JSON.stringify(agents)}`
    return detectAuthorship(aChange([commit]), { ...nothingElse, notes: new Map([[commit.sha, note]]) })
  }

  type Authorship = ReturnType<typeof detectAuthorship>

  it.each(['sessions', 'prompts'])('say in %s which model a harness drove', (key) => {
    const authorship = noted({ [key]: { s_1: { agent_id: { tool: 'claude', id: 'x', model: 'glm-5.3' } } } })
    expect(authorship).toMatchObject({ families: ['zhipu'], unknownHarnesses: [] })
    expect(authorship.perCommit[0]?.unknown).toBe(false)
    expect(authorship.signals[0]).toMatchObject({
      source: 'git-notes',
      evidence: 'claude: glm-5.3',
      confidence: 'high',
    })
  })

  it('that know no model leave the author unknown', () => {
    const authorship = noted({ sessions: { s_1: { agent_id: { tool: 'pi', id: 'x', model: 'unknown' } } } })
    expect(authorship).toMatchObject({ families: [], unknownHarnesses: ['pi', 'Claude Code'] })
  })

  it.each([
    '',
    '---',
    'plain words',
    '---\n[1]',
    '---\n{"sessions": 3}',
    '---\n{"sessions":',
    `---\n${'['.repeat(50_000)}`,
  ])('of another kind say nothing: %.30j', (note) => {
    const authorship = detectAuthorship(aChange([commit]), {
      ...nothingElse,
      notes: new Map([[commit.sha, note]]),
    })
    expect(authorship.unknownHarnesses).toEqual(['Claude Code'])
    expect(authorship.signals).toHaveLength(1)
  })
})

describe('hostile metadata', () => {
  it('is cleaned and capped where the report repeats it', () => {
    const name = `\u001b[31m\u202eClaude ${'x'.repeat(5_000)}`
    const commit = by(`Assisted-by: Evil\u202e:gpt-5 x`, `Generated-by: gpt-5 ${name}`)
    const { signals } = detectAuthorship(aChange([commit]), nothingElse)
    for (const { evidence } of signals) {
      expect(evidence.length).toBeLessThanOrEqual(200)
      expect(evidence).not.toMatch(/[\p{C}]/u)
    }
  })

  it('of a hundred kilobytes is read to its trailers', () => {
    const filler = ['a', '\n', ' ', 'Co-Authored-By: x <', 'Key: v\n', '(', '-\n', '<>', 'Assisted-by: a:'].map(
      (piece) => piece.repeat(Math.ceil(100_000 / piece.length)),
    )
    for (const text of filler) {
      const commit = by(text, '', 'Co-Authored-By: Claude <noreply@anthropic.com>')
      const change = aChange([commit], aPullRequest({ body: text, headRef: text.slice(0, 1024) }))
      expect(detectAuthorship(change, nothingElse).families).toEqual(['anthropic'])
    }
  })

  it('does not fill the report', () => {
    const commits = Array.from({ length: 500 }, (_, index) => ({
      ...by('Co-Authored-By: Claude <noreply@anthropic.com>', 'Co-authored-by: Codex <noreply@openai.com>'),
      sha: index.toString(16).padStart(40, '0'),
    }))
    const authorship = detectAuthorship(aChange(commits), nothingElse)
    expect(authorship.signals).toHaveLength(200)
    expect(authorship.perCommit).toHaveLength(500)
  })
})
