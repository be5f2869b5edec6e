import type { Answer } from './answer.js'
import { type Api, answerApi } from './api.js'
import { loadDescription } from './description.js'
import { type Fault, makePlan, underFault } from './faults.js'
import { happenings } from './happenings.js'
import { listen, type Received, send } from './http.js'
import { makeResultsService } from './results-service.js'
import { allRoutes } from './routes.js'
import type { GitHubOptions, GitHubStandIn } from './stand-in.js'
import { makeToken, type Token } from './tokens.js'
import { views } from './views.js'
import { makeWorld, type Settings, type WorkflowRun, type World } from './world.js'

/** Starts the stand-in, with an empty repository. */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHubStandIn> {
  const world = makeWorld(settingsOf(options), options.start ?? Date.now())
  const violations: string[] = []
  const onError = (error: unknown) => void violations.push(`the stand-in failed: ${String(error)}`)
  const results = makeResultsService(world, { blobUrl: () => blob.url, violations })
  const tokens = new Map<string, Token>()
  const api: Api = {
    ...{ world, violations, tokens, requests: [], description: loadDescription() },
    ...{ faults: makePlan<Fault>(), hooks: makePlan<() => void>() },
    routes: allRoutes(results.downloadUrl),
    prefix: options.edition === 'ghes' ? '/api/v3' : '',
    url: () => `${rest.url}${api.prefix}`,
  }
  const rest = await listen((request, response) => answerApi(api, request, response), onError)
  const service = await listen(faulty(api, results.answer), onError)
  const blob = await listen(faulty(api, results.answerBlob), onError)
  const resultsUrl = `${service.url}/`
  return {
    ...{ apiUrl: api.url(), resultsUrl, requests: api.requests, violations, uploads: world.scanning.uploads },
    serverUrl: options.edition === 'ghes' ? 'https://ghes.example' : 'https://github.com',
    settings: world.settings,
    ...happenings(world),
    ...views(world),
    ...controls(api, tokens),
    environment: (run = newestRun(world)) => ({
      ...{ GITHUB_API_URL: api.url(), GITHUB_REPOSITORY: world.settings.repository, GITHUB_RUN_ID: String(run.id) },
      ...{ ACTIONS_RESULTS_URL: resultsUrl, ACTIONS_RUNTIME_TOKEN: results.runtimeToken(run) },
    }),
    close: async () => {
      await Promise.all([rest, service, blob].map((server) => server.close()))
      if (violations.length > 0) throw new Error(`GitHub would not have it like this:\n${violations.join('\n')}`)
    },
  }
}

function settingsOf(options: GitHubOptions): Settings {
  const { repository = 'o/r', defaultBranch = 'main', visibility = 'private' } = options
  const { codeScanning = 'on', suppressions = 'ignored' } = options
  return { repository, defaultBranch, visibility, codeScanning, suppressions, archived: false }
}

/** The two other servers, which know no tokens of GitHub's and no descriptions. */
function faulty({ faults }: Api, act: (request: Received) => Answer): Parameters<typeof listen>[0] {
  return async (request, response) => {
    const answer = await underFault(faults.take(request.method, request.url), () => act(request))
    if (answer === 'reset') response.socket?.resetAndDestroy()
    else if (answer !== 'hang') send(response, answer)
  }
}

function newestRun(world: World): WorkflowRun {
  const run = world.runs.at(-1)
  if (run === undefined) throw new Error('there is no run; open a pull request or add one')
  return run
}

type Controls = Pick<
  GitHubStandIn,
  'token' | 'advance' | 'fault' | 'after' | 'setPendingPolls' | 'failProcessing' | 'forgiveViolations'
>

function controls({ world, faults, hooks, violations }: Api, tokens: Map<string, Token>): Controls {
  const { clock, scanning } = world
  return {
    token: (permissions, { kind = 'job', value = `ghs_of-the-stand-in-${world.nextId()}` } = {}) => {
      tokens.set(value, makeToken(value, kind, permissions))
      return value
    },
    advance: (milliseconds) => clock.advance(milliseconds),
    fault: (target, fault) => faults.add(target, fault),
    after: (target, happens) => hooks.add(target, happens),
    setPendingPolls: (count) => {
      scanning.pendingPolls = count
    },
    failProcessing: (...errors) => void scanning.failures.push(errors),
    forgiveViolations: () => violations.splice(0),
  }
}
