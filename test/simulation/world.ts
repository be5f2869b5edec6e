import { createHash } from 'node:crypto'
import { type GitHubClient, makeGitHubApi } from '../../src/host/github/client.js'
import type { Change } from '../../src/types/change.js'
import type { GitHubStandIn } from '../support/github/stand-in.js'
import {
  addFunction,
  edits,
  generateFile,
  plant,
  regionOf,
  renameFile,
  repair,
  type SourceFile,
  sitesOf,
  type Tree,
} from './code.js'
import { type Names, type SiteTemplate, siteTemplates } from './defects.js'
import { type Dismisser, type Figures, judge, type Ledger, makeLedger } from './ledger.js'
import { type Written, writeDiff } from './line-diff.js'
import { type Random, seeded } from './random.js'
import { type Claim, invent, say } from './reviewer.js'
import { pairsOf, runProduct } from './run-product.js'

/** How often things happen. */
const shares = {
  overlooked: 0.03,
  saidTwice: 0.03,
  invented: 0.1,
  dismissal: 0.12,
  rename: 0.06,
  forcePush: 0.05,
  fixUndone: 0.05,
  secondReviewer: 0.4,
  newFile: 0.25,
  mergedAsItIs: 0.5,
} as const
const WEEKS = 52
const FILES = 15
const OPEN_AT_ONCE = 4
const PUSHES_A_WEEK = 5
const AUDIT_EVERY_WEEKS = 2
const DAY_MS = 86_400_000
const main = 'refs/heads/main'

/** What the year came to. */
export interface Year {
  readonly figures: Figures
  /** What must never be, one sentence each. */
  readonly complaints: readonly string[]
  /** What went otherwise than a person would like, and is counted. */
  readonly exceptions: readonly string[]
  /** Alerts that the repository ever had. */
  readonly alerts: number
}

/** A place that was planted somewhere. */
interface Site {
  readonly template: SiteTemplate
  readonly names: Names
  readonly defects: readonly number[]
}

interface Pull {
  readonly number: number
  readonly author: string
  readonly base: Tree
  readonly baseSha: string
  readonly reviewers: readonly string[]
  /** The files that it touches, which no other open one does. */
  readonly files: readonly number[]
  heads: Tree[]
  readonly lifetime: number
}

interface World {
  readonly github: GitHubStandIn
  readonly client: GitHubClient
  readonly random: Random
  readonly ledger: Ledger
  readonly sites: Map<number, Site>
  readonly pulls: Pull[]
  main: Tree
  mainSha: string
  /** Of the newest audit. */
  atBase: ReadonlySet<number>
  week: number
  counter: number
}

/** A year of pushes to one repository, all reviewed by the product and uploaded to this GitHub. */
export async function simulateYear(github: GitHubStandIn, seed: number): Promise<Year> {
  const world = makeWorld(github, seed)
  for (world.week = 1; world.week <= WEEKS; world.week += 1) {
    for (let push = 0; push < PUSHES_A_WEEK; push += 1) {
      github.advance(DAY_MS)
      await pushSomething(world)
    }
    github.advance(2 * DAY_MS)
    if (world.week % AUDIT_EVERY_WEEKS === 0) await audit(world)
  }
  const { figures, complaints, exceptions } = world.ledger
  return { figures, complaints, exceptions, alerts: github.alerts().length }
}

function makeWorld(github: GitHubStandIn, seed: number): World {
  const random = seeded(seed)
  const client = makeGitHubApi({
    ...{ apiUrl: github.apiUrl, repository: 'o/r', signal: new AbortController().signal, wait: async () => {} },
    token: github.token({ 'security-events': 'write', contents: 'read', 'pull-requests': 'write' }),
  })
  const files = Array.from({ length: FILES }, (_, number) => [number, generateFile(random, number)] as const)
  const mainSha = shaOf('the first commit')
  github.pushBranch('main', mainSha)
  github.addPerson('maria', { role: 'maintain' })
  return {
    ...{ github, client, random, mainSha, ledger: makeLedger(), sites: new Map(), pulls: [], main: new Map(files) },
    ...{ atBase: new Set<number>(), week: 0, counter: 100 },
  }
}

function shaOf(text: string): string {
  return createHash('sha1').update(text).digest('hex')
}

function next(world: World): number {
  world.counter += 1
  return world.counter
}

async function pushSomething(world: World): Promise<void> {
  const { random, pulls } = world
  if (pulls.length < OPEN_AT_ONCE && random.chance(0.35)) return openPull(world)
  const pull = pulls.length === 0 ? undefined : random.pick(pulls)
  if (pull === undefined) return openPull(world)
  if (pull.heads.length > pull.lifetime) return mergePull(world, pull)
  return pushTo(world, pull)
}

// Pull requests.

async function openPull(world: World): Promise<void> {
  const { random, ledger, pulls } = world
  const taken = new Set(pulls.flatMap(({ files }) => files))
  const free = [...world.main.keys()].filter((number) => !taken.has(number))
  const chosen = Array.from({ length: 1 + random.below(3) }, () => random.pick(free))
  const added = random.chance(shares.newFile) ? [next(world)] : []
  const files = [...new Set([...chosen, ...added])]
  const created = added.map((number) => [number, generateFile(random, number)] as const)
  const pull: Pull = {
    ...{ number: next(world), author: random.pick(['lee', 'kim', 'noor']), base: world.main, baseSha: world.mainSha },
    ...{ files, heads: [], lifetime: 3 + random.below(5) },
    reviewers: random.chance(shares.secondReviewer) ? ['codex', 'glm'] : ['codex'],
  }
  ledger.figures.pullRequests += 1
  let head: Tree = new Map([...world.main, ...created])
  for (const number of files) {
    head = changed(head, number, (file) => addFunction(file, random))
    for (let count = random.below(3); count > 0; count -= 1) head = plantIn(world, head, number)
  }
  pulls.push(pull)
  await arrive(world, pull, { head, how: 'push' })
}

/** The same tree with another version of a file. */
function changed(tree: Tree, number: number, edit: (file: SourceFile) => SourceFile): Tree {
  const file = tree.get(number)
  return file === undefined ? tree : new Map([...tree, [number, edit(file)]])
}

function plantIn(world: World, tree: Tree, number: number): Tree {
  const { random, sites, ledger } = world
  return changed(tree, number, (file) => {
    const site = next(world)
    const template = random.pick(siteTemplates)
    const planted = plant(file, { site, template }, random)
    if (planted === undefined) return file
    const { names } = planted
    const defects = template.defects.map((one) => {
      const id = next(world)
      ledger.defects.set(id, { id, site, names, template: one })
      return id
    })
    sites.set(site, { template, names, defects })
    ledger.figures.planted += defects.length
    return planted.file
  })
}

async function pushTo(world: World, pull: Pull): Promise<void> {
  const { random } = world
  const [head] = pull.heads.slice(-1)
  if (head === undefined) throw new Error('a pull request without a head')
  const earlier = random.pick(pull.heads)
  if (random.chance(shares.forcePush)) return arrive(world, pull, { head: earlier, how: 'force_push' })
  const number = random.pick(pull.files)
  if (random.chance(shares.fixUndone)) {
    const before = earlier.get(number)
    if (before !== undefined) return arrive(world, pull, { head: changed(head, number, () => before), how: 'push' })
  }
  let edited = head
  for (let count = 1 + random.below(3); count > 0; count -= 1) edited = editSomething(world, pull, edited)
  await arrive(world, pull, { head: edited, how: 'push' })
}

function editSomething(world: World, pull: Pull, tree: Tree): Tree {
  const { random } = world
  const number = random.pick(pull.files)
  if (random.chance(0.3)) return fixOne(world, tree, number)
  if (random.chance(0.2)) return plantIn(world, tree, number)
  if (random.chance(shares.rename)) return changed(tree, number, (file) => renameFile(file, random))
  const edit = random.pick(Object.values(edits))
  return changed(tree, number, (file) => edit(file, random))
}

function fixOne(world: World, tree: Tree, number: number): Tree {
  const { random, sites } = world
  return changed(tree, number, (file) => {
    const here = sitesOf(file)
    if (here.length === 0) return file
    const site = random.pick(here)
    const planted = sites.get(site)
    if (planted === undefined) return file
    world.ledger.figures.fixed += planted.defects.length
    return repair(file, site, planted.template.good(planted.names))
  })
}

async function arrive(
  world: World,
  pull: Pull,
  { head, how }: { readonly head: Tree; readonly how: 'push' | 'force_push' },
): Promise<void> {
  const { github, ledger } = world
  const { number, base, baseSha, author } = pull
  const sha = shaOf(`${number} ${pull.heads.length} ${next(world)}`)
  const written = writeDiff(pairsOf({ before: base, after: head }))
  const { files } = written
  if (pull.heads.length > 0) github.push(number, { head: sha, files, how })
  else github.addPullRequest({ number, head: sha, base: baseSha, files, author, headRef: `change-${number}` })
  pull.heads = [...pull.heads, head]
  ledger.figures.pushes += 1
  await review(world, { pull, head, sha, written })
  dismissSome(world, pull)
}

interface Arrived {
  readonly pull: Pull
  readonly head: Tree
  readonly sha: string
  readonly written: Written
}

async function review(world: World, { pull, head, sha, written }: Arrived): Promise<void> {
  const { number, author, base, baseSha, reviewers } = pull
  const visible = defectsShown(world, { tree: head, written })
  const files = written.parsed.files.flatMap(({ path }) => [...head.values()].filter((file) => file.path === path))
  const said = new Map(reviewers.map((reviewer) => [reviewer, speak(world, { visible, files })]))
  const change: Change = {
    ...{ mode: 'review', base: baseSha, mergeBase: baseSha, head: sha, baseBranch: 'main', commits: [] },
    pullRequest: {
      ...{ number, title: 'Change', body: '', headRef: `change-${number}`, fork: false, draft: false },
      author: { login: author, id: 1, type: 'User' },
    },
  }
  const run = { change, written, said, before: base, after: head, today: dayOf(world) }
  await runAndJudge(world, run, `refs/pull/${number}/head`)
}

function dayOf({ week }: World): string {
  return new Date(Date.parse('2026-01-01') + week * 7 * DAY_MS).toISOString().slice(0, 10)
}

async function runAndJudge(world: World, run: Parameters<typeof runProduct>[0], ref: string): Promise<void> {
  const { github, client, ledger, week, atBase } = world
  const { results, notes, withheld } = await runProduct(run, client)
  const claims = [...run.said.values()].flat()
  judge(ledger, { ref, week, claims, results, withheld, alerts: github.alerts({ ref }), after: run.after, atBase })
  if (!notes.includes('Uploaded to code scanning.')) throw new Error(`week ${week}, ${ref}: ${notes.join(' ')}`)
}

/** Those of which the diff shows a line. */
function defectsShown(
  { sites }: World,
  { tree, written }: { readonly tree: Tree; readonly written: Written },
): readonly (readonly [number, SourceFile])[] {
  return [...tree.values()].flatMap((file) => {
    const hunks = written.parsed.files.find(({ path }) => path === file.path)?.hunks ?? []
    const shown = sitesOf(file).filter((site) => {
      const region = regionOf(file, site)
      return region && hunks.some((hunk) => region.start < hunk.newStart + hunk.newLines && hunk.newStart <= region.end)
    })
    return shown.flatMap((site) => (sites.get(site)?.defects ?? []).map((id) => [id, file] as const))
  })
}

interface Shown {
  readonly visible: readonly (readonly [number, SourceFile])[]
  readonly files: readonly SourceFile[]
}

/** What one reviewer says of what it saw. */
function speak({ random, ledger }: World, { visible, files }: Shown): readonly Claim[] {
  const claims = visible.flatMap(([id, file]) => {
    const defect = ledger.defects.get(id)
    if (defect === undefined) return []
    if (random.chance(shares.overlooked)) {
      ledger.figures.overlooked += 1
      return []
    }
    const times = random.chance(shares.saidTwice) ? 2 : 1
    return Array.from({ length: times }, () => say(defect, file, random))
  })
  if (files.length === 0 || !random.chance(shares.invented)) return claims
  const invention = invent(random.pick(files), random)
  if (invention === undefined) return claims
  ledger.figures.invented += 1
  return [...claims, invention]
}

/** People and bots put alerts aside. */
function dismissSome({ github, ledger, random }: World, pull: Pull): void {
  const ref = `refs/pull/${pull.number}/head`
  for (const [id, alert] of ledger.open.get(ref) ?? []) {
    if (ledger.aside.has(id) || !random.chance(shares.dismissal)) continue
    const by = random.pick(['person', 'person', 'author', 'bot'] as const satisfies readonly Dismisser[])
    const login = { person: 'maria', author: pull.author, bot: 'helper[bot]' }[by]
    github.dismissAlert(alert, login, random.pick(['false positive', "won't fix"]))
    ledger.aside.set(id, { by, alert, ref })
    if (by === 'person') ledger.figures.dismissedByPerson += 1
    else ledger.figures.dismissedByOthers += 1
  }
}

// The main branch.

async function mergePull(world: World, pull: Pull): Promise<void> {
  const { random, github, pulls } = world
  pulls.splice(pulls.indexOf(pull), 1)
  const [head] = pull.heads.slice(-1)
  if (head === undefined || !random.chance(shares.mergedAsItIs)) return github.closePullRequest(pull.number)
  const files = pull.files.flatMap((number) => {
    const file = head.get(number)
    return file === undefined ? [] : [[number, file] as const]
  })
  world.main = new Map([...world.main, ...files])
  world.mainSha = shaOf(`merge of ${pull.number}`)
  github.merge(pull.number, world.mainSha)
}

/** `mode: audit` looks at all of main. */
async function audit(world: World): Promise<void> {
  const { ledger, sites, mainSha } = world
  const tree = world.main
  const before: Tree = new Map()
  const written = writeDiff(pairsOf({ before, after: tree }))
  const visible = [...tree.values()].flatMap((file) =>
    sitesOf(file).flatMap((site) => (sites.get(site)?.defects ?? []).map((id) => [id, file] as const)),
  )
  const claims = speak(world, { visible, files: [] })
  const change: Change = {
    ...{ mode: 'audit', base: mainSha, mergeBase: mainSha, head: mainSha, baseBranch: 'main', commits: [] },
    pullRequest: undefined,
  }
  const run = { change, written, before, after: tree, said: new Map([['codex', claims]]), today: dayOf(world) }
  ledger.figures.audits += 1
  const known = new Set(claims.flatMap(({ defect }) => defect ?? []))
  // What a branch holds for the first time blocks nothing there; the gate is that of pull requests.
  world.atBase = known
  await runAndJudge(world, run, main)
}
