import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ConfigurationError } from '../../src/errors.js'
import { readTrigger } from '../../src/trigger/github-event.js'
import { requestedRefs } from '../../src/trigger/requested-refs.js'

const root = 'node_modules/@octokit/webhooks-examples'
const Definitions = z.array(z.object({ name: z.string(), examples: z.array(z.looseObject({})) }))

interface Example {
  readonly source: string
  readonly event: string
  readonly payload: Readonly<Record<string, unknown>>
}

const examples: readonly Example[] = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: source }) =>
    Definitions.parse(JSON.parse(readFileSync(join(root, source, 'index.json'), 'utf8'))).flatMap(
      ({ name: event, examples: payloads }) => payloads.map((payload) => ({ source, event, payload })),
    ),
  )

const accepted = ['pull_request', 'merge_group', 'push', 'workflow_dispatch']

function isRefusedPush({ event, payload }: Example): boolean {
  return event === 'push' && (payload['deleted'] === true || String(payload['ref']).startsWith('refs/tags/'))
}

describe('the examples of webhooks, of github.com and of GitHub Enterprise Server', () => {
  it('are there for every accepted event', () => {
    expect([...new Set(examples.map(({ event }) => event))]).toEqual(expect.arrayContaining(accepted))
    expect(new Set(examples.map(({ source }) => source)).size).toBeGreaterThan(3)
  })

  it('are understood where the event is accepted', () => {
    const understood = examples.filter((example) => accepted.includes(example.event) && !isRefusedPush(example))
    const kinds = understood.map(({ event, payload }) => readTrigger(event, payload).kind)
    expect(new Set(kinds)).toEqual(new Set(['pull-request', 'closed', 'merge-group', 'push', 'dispatch']))
    const pulls = examples.filter(({ event }) => event === 'pull_request')
    for (const { payload } of pulls) {
      expect(readTrigger('pull_request_target', payload)).toEqual(readTrigger('pull_request', payload))
      expect(readTrigger('pull_request', payload).kind).toBe(payload['action'] === 'closed' ? 'closed' : 'pull-request')
    }
  })

  it('of synchronize tell the head before the push, and nothing else does', () => {
    const pulls = examples.filter(({ event }) => event === 'pull_request')
    expect(pulls.some(({ payload }) => payload['action'] === 'synchronize')).toBe(true)
    for (const { payload } of pulls) {
      const trigger = readTrigger('pull_request', payload)
      const before = payload['action'] === 'synchronize' ? payload['before'] : undefined
      expect('pullRequest' in trigger && trigger.pullRequest.previousHead).toBe(before)
    }
  })

  it('name commits to fetch and the branch that the change goes into', () => {
    const asked = { mode: 'review', baseRef: undefined, headRef: undefined, sha: 'a'.repeat(40) } as const
    for (const { event, payload } of examples.filter(
      ({ event }) => event === 'pull_request' || event === 'merge_group',
    )) {
      expect(requestedRefs(readTrigger(event, payload), asked)).toMatchObject({
        base: { kind: 'commit', sha: expect.stringMatching(/^[0-9a-f]{40}$/) },
        head: {
          kind: 'commit',
          fetchRef: expect.stringMatching(/^refs\/(?:pull\/\d+\/head|heads\/gh-readonly-queue\/)/),
        },
        baseBranch: expect.stringMatching(/^(?:main|master)$/),
      })
    }
  })

  it('are an error that names what is accepted in all other cases', () => {
    const refused = examples.filter((example) => !accepted.includes(example.event) || isRefusedPush(example))
    expect(refused.length).toBeGreaterThan(100)
    for (const { event, payload } of refused) {
      const message = event === 'push' ? /^(?:A push of refs\/tags\/|The push deleted)/ : /Accepted are pull_request, /
      expect(() => readTrigger(event, payload)).toThrow(ConfigurationError)
      expect(() => readTrigger(event, payload)).toThrow(message)
    }
  })
})
