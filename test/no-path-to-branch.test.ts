import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

/**
 * What the program can do is what its code can say. These tests read the sources and the bundle and look for the words
 * with which a branch, a pull request or a workflow is changed, or with which the job's secrets reach a child.
 */

interface Text {
  readonly path: string
  readonly text: string
}

const sources = textsBelow('src', /\.ts$/)
const bundle = textsBelow('dist', /\.[cm]?js$/)

function textsBelow(directory: string, name: RegExp): readonly Text[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => posix.join(entry.parentPath.replaceAll('\\', '/'), entry.name))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

function filesWith(pattern: RegExp, texts: readonly Text[]): readonly string[] {
  return texts.filter(({ text }) => pattern.test(text)).map(({ path }) => path)
}

interface Deed {
  readonly what: string
  readonly pattern: RegExp
  /** Texts that must match: the positive control. */
  readonly samples: readonly string[]
}

/** Paths of the REST API behind which something can be written, whatever the method; reading them is not needed. */
const repositoryPaths: readonly Deed[] = [
  {
    what: 'the contents of a repository',
    pattern: /\/contents(?:\/|[`'"?]|$)/m,
    samples: ['PUT /repos/{owner}/{repo}/contents/{path}', '`/repos/${repository}/contents/${path}`'],
  },
  {
    what: 'refs, commits, trees, blobs and tags',
    pattern: /\/git\/(?:refs?|commits|trees|blobs|tags|matching-refs)\b/,
    samples: ['/repos/o/r/git/refs', '/git/ref/heads/main', '/git/commits', '/git/trees', '/git/blobs', '/git/tags'],
  },
  {
    what: 'merges',
    pattern: /\/(?:merges|merge-upstream|update-branch)\b|\/pulls\/[^\s/]{1,100}\/merge\b/,
    samples: [
      '/repos/o/r/merges',
      '/repos/o/r/merge-upstream',
      '/pulls/1/merge',
      '/pulls/${n}/merge',
      '/pulls/1/update-branch',
    ],
  },
  {
    what: 'approvals and dismissals of reviews',
    pattern: /['"`]APPROVE['"`]|\/reviews\/[^\s/]{1,100}\/(?:events|dismissals)\b/,
    samples: ["event: 'APPROVE'", '{"event":"APPROVE"}', '/pulls/1/reviews/2/events', '/reviews/${id}/dismissals'],
  },
  {
    what: 'dispatches, re-runs and approvals of workflows',
    pattern:
      /\/dispatches\b|\/actions\/(?:runs|jobs)\/[^\s/]{1,100}\/(?:rerun|rerun-failed-jobs|approve|cancel|pending_deployments|deployment_protection_rule)\b/,
    samples: [
      '/repos/o/r/dispatches',
      '/actions/workflows/ci.yml/dispatches',
      '/actions/runs/${id}/rerun',
      '/actions/runs/1/approve',
      '/actions/jobs/1/rerun',
    ],
  },
  {
    what: 'commit statuses, deployments, releases and branches',
    pattern: /\/(?:statuses|deployments|releases|branches)(?:\/|[`'"?])/,
    samples: ["'/repos/o/r/statuses/'", '`/repos/o/r/deployments`', "'/releases'", '/branches/main/protection'],
  },
  {
    what: 'rules, keys, secrets, hooks and members',
    // What somebody may do is read, for an override.
    pattern:
      /\/(?:rulesets|actions\/(?:secrets|variables)|collaborators(?!\/\$\{\w+\(\w+\)\}\/permission`)|hooks|keys|environments)(?:\/|[`'"?])/,
    samples: [
      "'/repos/o/r/rulesets'",
      '`/actions/secrets/${name}`',
      '/collaborators/x',
      '"/repos/o/r/hooks"',
      "'/keys'",
    ],
  },
]

const graphqlMutations = [
  'createCommitOnBranch',
  'createRef',
  'updateRefs?',
  'deleteRef',
  'mergeBranch',
  'mergePullRequest',
  'enqueuePullRequest',
  '(?:en|dis)ablePullRequestAutoMerge',
  'updatePullRequest(?:Branch)?',
  '(?:add|submit|update|dismiss)PullRequestReview',
  '(?:create|update|delete)BranchProtectionRule',
  'revertPullRequest',
  'createRepositoryRuleset',
  'approveDeployments',
]

/** Calls of GitHub's own client libraries, should one ever be used. */
const clientCalls = [
  'createOrUpdateFileContents',
  'createOrUpdateTextFile',
  'createDispatchEvent',
  'createWorkflowDispatch',
  'createReview',
  'submitReview',
  'dismissReview',
  'mergeUpstream',
  'pulls\\.(?:merge|update|updateBranch)\\b',
  'repos\\.(?:merge|deleteFile)\\b',
  'git\\.(?:createCommit|createTree|createBlob|createTag|updateRef|deleteRef)\\b',
]

const otherDeeds: readonly Deed[] = [
  {
    what: 'a GraphQL mutation that writes',
    pattern: new RegExp(`\\b(?:${graphqlMutations.join('|')})\\b`),
    samples: [
      'mutation { createCommitOnBranch(input: $input) { commit { oid } } }',
      'mergePullRequest(input: {pullRequestId: $id})',
      'enablePullRequestAutoMerge',
      'addPullRequestReview(input: {event: APPROVE})',
      'dismissPullRequestReview',
      'updateRefs',
      'deleteRef',
    ],
  },
  {
    what: 'any GraphQL at all',
    pattern: /\/graphql\b|\bmutation\s*[({$]|\bmutation\s+\w{1,60}\s*[({]/,
    samples: [
      'https://api.example/graphql',
      'mutation { a }',
      'mutation($id: ID!) { a }',
      'mutation Merge($id: ID!) {',
    ],
  },
  {
    what: "a writing call of GitHub's client libraries",
    pattern: new RegExp(clientCalls.join('|')),
    samples: [
      'octokit.rest.repos.createOrUpdateFileContents({',
      'octokit.rest.pulls.merge({',
      'octokit.rest.repos.merge({',
      'octokit.rest.git.updateRef({',
      'octokit.rest.pulls.createReview({',
      'octokit.rest.actions.createWorkflowDispatch({',
    ],
  },
  {
    what: 'git push in an argument list',
    pattern: /[[,]\s*['"`](?:push|send-pack|http-push)['"`]\s*[,\]]/,
    samples: ["['push', 'origin']", '["-C", dir, "push"]', "git.read(['send-pack', url])"],
  },
  {
    what: 'git push in a command line, and the gh program',
    pattern: /\bgit (?:-\S{1,100} )?push\b|['"`]gh['"`]\s*,\s*\[|\bgh (?:pr|api|workflow|release) [a-z-]/,
    samples: ['git push --force', 'git -C push', "spawn('gh', ['pr'])", 'gh pr merge 1', 'gh api -X PUT'].map((text) =>
      text.replace('git -C push', 'git -q push'),
    ),
  },
]
const deeds = [...repositoryPaths, ...otherDeeds]

/** A chunk that is a vendor's SDK: it knows all of its vendor's API, repositories' deployments not among it. */
function isSdk({ text }: Text): boolean {
  return /(?:OpenAIError|AnthropicError) extends Error\b/.test(text)
}

describe('no path to the branch', () => {
  it('is looked for in sources and bundle that are really read', () => {
    expect(sources.length).toBeGreaterThan(50)
    // The question whether the head moved stands in both.
    const known = /\/pulls\/\$\{\w+\.number\}/
    expect(filesWith(known, sources)).toEqual(['src/host/github/head.ts'])
    expect(filesWith(known, bundle)).toHaveLength(1)
  })

  it.each(deeds)('would be seen: $what', ({ pattern, samples }) => {
    expect(samples.filter((sample) => !pattern.test(sample))).toEqual([])
  })

  it.each(deeds)('is not in the sources: $what', ({ pattern }) => {
    expect(filesWith(pattern, sources)).toEqual([])
  })

  it.each(deeds)('is not in the bundle: $what', ({ pattern }) => {
    expect(
      filesWith(
        pattern,
        bundle.filter((file) => !isSdk(file)),
      ),
    ).toEqual([])
  })

  it('is not behind the SDKs either, whose own paths look alike: they are given a fetch that reaches loopback only', () => {
    expect(bundle.filter(isSdk)).toHaveLength(2)
    const text = readFileSync('src/reviewers/agent/local-fetch.ts', 'utf8')
    expect(text).toMatch(/url\.hostname !== LOOPBACK\) throw/)
    expect(text).toContain("LOOPBACK = '127.0.0.1'")
    const users = sources.filter(({ text: source }) => /import\(['"](?:openai|@anthropic-ai\/sdk)['"]\)/.test(source))
    expect(users.every(({ text: source }) => source.includes('makeLocalFetch'))).toBe(true)
    expect(users.map(({ path }) => path)).toEqual([
      'src/reviewers/agent/chat-conversation.ts',
      'src/reviewers/agent/messages-conversation.ts',
    ])
  })
})

/** git commands that write anywhere, as the first word of what git is asked. */
const writingCommands = [
  ...['add', 'am', 'apply', 'branch', 'checkout', 'checkout-index', 'cherry-pick', 'clean', 'clone', 'commit'],
  ...['commit-tree', 'fast-import', 'fetch', 'gc', 'hash-object', 'init', 'merge', 'mktag', 'mktree', 'mv', 'notes'],
  ...['pack-refs', 'prune', 'pull', 'read-tree', 'rebase', 'reflog', 'remote', 'repack', 'replace', 'reset', 'restore'],
  ...['revert', 'rm', 'stash', 'submodule', 'switch', 'symbolic-ref', 'tag', 'update-index', 'update-ref', 'worktree'],
  ...['write-tree'],
]

/** Where git writes, and to what. None of it is the checkout, its refs or a remote. */
const knownWrites: Readonly<Record<string, readonly string[]>> = {
  // The demo's sample repository, made in a temporary directory.
  'src/demo/sample-repository.ts': ['add', 'commit', 'init', 'switch'],
  // The tree of the base's attributes in a temporary index of the private repository.
  'src/diff/generated.ts': ['read-tree'],
  // The private bare repository of the run; add, write-tree and commit-tree make local changes reviewable in it.
  'src/host/git.ts': ['add', 'commit-tree', 'fetch', 'init', 'update-index', 'write-tree'],
}

function gitWritesIn(text: string): readonly string[] {
  const words = [...text.matchAll(/[[,]\s*'([a-z][a-z-]{1,20})'\s*(?=,\s*[-\w`'.$]|\])/g)].map(
    (match) => match[1] ?? '',
  )
  const asked = text.includes('git') && /\.read\(|gitIn\(|runGit\(/.test(text) ? words : []
  return [...new Set(asked.filter((word) => writingCommands.includes(word)))].sort()
}

describe('git', () => {
  it.each([
    ["git.read(['update-ref', 'refs/heads/main', sha])", ['update-ref']],
    ["git.read(['commit', '--amend'])", ['commit']],
    ["git.read([\n  'reset',\n  '--hard',\n])", ['reset']],
    ["git.read(['-C', root, 'checkout', branch])", ['checkout']],
    ["git.read(['write-tree'])", ['write-tree']],
    ["git.read(['cat-file', '--batch'])", []],
  ])('is seen to write in %j', (text, expected) => {
    expect(gitWritesIn(text)).toEqual(expected)
  })

  it('writes only in the files and with the commands that are known', () => {
    const found = sources
      .map(({ path, text }) => [path, gitWritesIn(text)] as const)
      .filter(([, words]) => words.length)
    expect(Object.fromEntries(found)).toEqual(knownWrites)
  })
})

/** Who speaks to whom. `calls` are the methods of the HTTP client, each of which sends one method of HTTP. */
const knownRequests: Readonly<Record<string, { readonly calls: readonly string[]; readonly why: string }>> = {
  'src/host/github/exchange.ts': {
    calls: ['request'],
    why: "GitHub's API: reads, and the writes that writes.ts lists",
  },
  'src/host/http.ts': { calls: ['get'], why: 'GET of the pinned packages' },
  'src/host/records/results-service.ts': {
    calls: ['request'],
    why: "the runner's results service: keeps a recorded review as an artifact of this run",
  },
}

/** Modules that open connections without that client, and what for. None of them gets the GitHub token. */
const knownNetwork: Readonly<Record<string, string>> = {
  'src/demo/chat-endpoint.ts': 'the demo: a type only',
  'src/demo/messages-endpoint.ts': 'the demo: a server on 127.0.0.1',
  'src/demo/replay-endpoint.ts': 'the demo: a server on 127.0.0.1',
  'src/demo/scripted-server.ts': 'the demo: a server on 127.0.0.1',
  'src/host/http.ts': 'a type only',
  'src/host/isolation/canaries.ts': 'the preflight: listeners that nothing may reach',
  'src/host/isolation/preflight.ts': 'the preflight: a socket that stands where the key proxy will',
  'src/host/node-http.ts':
    'hands on what node:http exports; who takes it from there is listed like who takes it from node',
  'src/host/key-proxy.ts': 'the key proxy: a server on a socket or on 127.0.0.1',
  'src/reviewers/agent/local-fetch.ts': 'the API reviewers: requests to the key proxy on 127.0.0.1, nowhere else',
  'src/launcher/forward.ts': 'inside the sandbox: from loopback to the socket of the key proxy',
  'src/launcher/probe.ts': 'inside the sandbox: the attempts of the preflight, which must fail',
}
/** The key proxy speaks to the model provider. */
const keyProxy = 'src/host/key-proxy/'

const networkModule = /['"](?:(?:node:)?(?:https?|http2|net|tls|dgram|undici)|[^'"]{1,99}\/node-http\.js)['"]/
const clientMethod =
  /\b(?:client|http)\??\.(get|getJson|head|options|post|postJson|put|putJson|patch|patchJson|del|request|requestRaw|sendStream)(?:<[^<>()]{0,100}>)?\(/g
/** Names that only that client has, whatever it is called there. */
const anyWritingMethod = /\.(postJson|putJson|patchJson|requestRaw|sendStream)(?:<[^<>()]{0,100}>)?\(/g

function clientCallsIn(text: string): readonly string[] {
  const direct = [...text.matchAll(clientMethod)].map((match) => match[1] ?? '')
  const any = [...text.matchAll(anyWritingMethod)].map((match) => match[1] ?? '')
  return [...new Set([...direct, ...any])].sort()
}

describe('requests', () => {
  it('are recognised by the call', () => {
    expect(
      clientCallsIn("client.postJson(url, {}); client.del(url); api.putJson(url, {}); client.getJson('x')"),
    ).toEqual(['del', 'getJson', 'postJson', 'putJson'])
  })

  it('go through the HTTP client in known files, by known methods', () => {
    const importing = filesWith(/['"]@actions\/http-client['"]/, sources).filter((path) => !path.startsWith(keyProxy))
    expect(importing).toEqual(Object.keys(knownRequests))
    const calls = sources
      .filter(({ path }) => !path.startsWith(keyProxy))
      .map(({ path, text }) => [path, clientCallsIn(text)] as const)
      .filter(([, found]) => found.length > 0)
    expect(Object.fromEntries(calls)).toEqual(
      Object.fromEntries(Object.entries(knownRequests).map(([path, { calls: known }]) => [path, known])),
    )
  })

  it('do not go any other way', () => {
    const network = filesWith(networkModule, sources).filter((path) => !path.startsWith(keyProxy))
    expect(network.filter((path) => !Object.hasOwn(knownNetwork, path))).toEqual([])
    const other =
      /(?:await|return|[=>(,])[ \t]*(?:globalThis\.)?fetch\(|\bXMLHttpRequest\b|\bnew WebSocket\b|\bEventSource\b|octokit|@actions\/github/i
    expect(
      ['await fetch(url)', 'new WebSocket(url)', "import('@actions/github')"].every((text) => other.test(text)),
    ).toBe(true)
    expect(filesWith(other, sources.map(withoutComments))).toEqual([])
  })

  it('carry the GitHub token in one file only, and git in another', () => {
    const bearer = /Bearer \$\{token\}|x-access-token/
    expect(filesWith(bearer, sources)).toEqual(['src/host/git.ts', 'src/host/github/connection.ts'])
  })
})

/** Every file that can start a program, and with what environment. */
const knownStarters: Readonly<Record<string, string>> = {
  'src/host/git.ts': 'git: PATH, fixed settings and, for a fetch, the variables of the transport by name',
  'src/host/install/given-tool.ts': '`--version` of the CLI that the user named: nothing',
  'src/host/isolation/canaries.ts': 'the holder of a canary: the canary',
  'src/host/npm-registry.ts': "npm: the variables of npm's own configuration by name, no npm_*",
  'src/host/run-command.ts': 'the reviewer and the sandbox: what the command says, made from nothing',
  'src/host/stray-processes.ts': 'the post step: kill, through sudo where it must: nothing',
  'src/launcher/probe.ts': 'inside the sandbox: the attempt to use sudo, which must fail',
  'src/launcher/run-program.ts': 'inside the sandbox: what the order says, made from nothing',
}

const starts = /(?<![.\w])(spawn|spawnSync|exec|execSync|execFile|execFileSync|fork)\(/g

/** Calls that start a program, each with its arguments and the declaration of a variable `options` that they name. */
function startsIn(text: string): readonly string[] {
  return [...text.matchAll(starts)].map((match) => {
    const call = balanced(text, match.index + match[0].length - 1)
    const options = /\boptions\b/.test(call) ? (/\bconst options = \{[^}]{0,500}\}/.exec(text)?.[0] ?? '') : ''
    return call + options
  })
}

function balanced(text: string, open: number): string {
  let depth = 0
  for (let index = open; index < text.length; index += 1) {
    if (text[index] === '(') depth += 1
    if (text[index] === ')') depth -= 1
    if (depth === 0) return text.slice(open, index + 1)
  }
  return text.slice(open)
}

const namesAnEnvironment = /\benv\b\s*[,:}]/
/** The environment as a whole, not one variable of it by name. */
const wholeEnvironment = /process\.env(?!\s*(?:\[|\??\.\w))/

describe('the environment of the job', () => {
  it('is handed over as a whole only where the run begins, as a parameter', () => {
    expect(
      ["spawn('x', [], { env: process.env })", '{ ...process.env, A: 1 }'].every((it) => wholeEnvironment.test(it)),
    ).toBe(true)
    expect(wholeEnvironment.test("process.env['PATH']")).toBe(false)
    // In the launcher it is the sandbox's own environment, of which the preflight lists the names.
    expect(filesWith(wholeEnvironment, sources)).toEqual(['src/launcher/probe.ts', 'src/main.ts'])
  })

  it('is spread nowhere', () => {
    const spread = /\.\.\.\s*(?:process\.env|options\.env|host\.env|job\.env)\b/
    expect(['{ ...process.env }', '{ ...options.env }'].every((text) => spread.test(text))).toBe(true)
    // There, options.env are the few variables that the caller adds for one git command.
    expect(filesWith(spread, sources)).toEqual(['src/host/git.ts'])
  })

  it('meets the start of a program in one file only, which picks variables by name', () => {
    // The job's variables may be undefined, those of a command may not: the compiler keeps them apart everywhere else.
    const held = /Record<string, string \| undefined>|NodeJS\.ProcessEnv/
    expect(filesWith(held, sources)).toContain('src/main.ts')
    expect(filesWith(held, sources).filter((path) => Object.hasOwn(knownStarters, path))).toEqual([
      'src/host/npm-registry.ts',
    ])
    expect(readFileSync('src/types/reviewer.ts', 'utf8')).toContain('readonly env: Readonly<Record<string, string>>')
  })

  it('cannot be inherited, because every start of a program names an environment', () => {
    expect(startsIn("spawn('x', ['y'], { cwd: f(1) })").filter((call) => !namesAnEnvironment.test(call))).toHaveLength(
      1,
    )
    expect(
      startsIn('const options = { cwd }\nexecFile(file, [], options, () => {})').filter((it) =>
        namesAnEnvironment.test(it),
      ),
    ).toEqual([])
    const found = sources.flatMap(({ path, text }) => startsIn(text).map((call) => ({ path, call })))
    expect(found.length).toBeGreaterThanOrEqual(4)
    const inheriting = found.filter(({ call }) => !namesAnEnvironment.test(call)).map(({ path }) => path)
    // Inside the sandbox there is only the sandbox's own environment to inherit.
    expect(inheriting.filter((path) => path !== 'src/launcher/probe.ts')).toEqual([])
  })
})

describe('programs', () => {
  it('are started in known files only', () => {
    const module = /['"](?:node:)?(?:child_process|cluster|worker_threads)['"]/
    expect(module.test("import { spawn } from 'child_process'")).toBe(true)
    expect(filesWith(module, sources).filter((path) => !Object.hasOwn(knownStarters, path))).toEqual([])
  })

  it('are started without a shell', () => {
    const shell = /\bshell:\s*(?:true|['"`])/
    expect([shell.test('{ shell: true }'), shell.test("{ shell: '/bin/sh' }"), shell.test('{ shell: false }')]).toEqual(
      [true, true, false],
    )
    expect(filesWith(shell, sources)).toEqual([])
    expect(filesWith(/(?<![.\w])(?:exec|execSync)\(/, sources)).toEqual([])
  })
})

describe('the lists of what is known', () => {
  it('name only files that exist', () => {
    const listed = [knownWrites, knownRequests, knownNetwork, knownStarters].flatMap((list) => Object.keys(list))
    expect(listed.filter((path) => !sources.some((source) => source.path === path))).toEqual([])
  })
})

function withoutComments({ path, text }: Text): Text {
  const lines = text.split('\n').filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line))
  return { path, text: lines.join('\n') }
}
