import { chmod, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { startMessagesEndpoint } from '../../../src/demo/messages-endpoint.js'
import { toLean } from '../../../src/host/key-proxy/policy/lean-tools.js'
import { runDirectly } from '../../../src/host/run-directly.js'
import { replySchema } from '../../../src/review/parse-reply.js'
import { anthropic, makeClaude } from '../../../src/reviewers/claude-cli.js'
import { installedClaude } from '../../support/installed-tool.js'

/** As on a runner: never as root. */
const identity = process.getuid?.() === 0 ? { uid: 61_999, gid: 61_999 } : undefined
const onLinux = process.platform === 'linux' ? describe : describe.skip

const Parameter = z.object({ type: z.string().optional(), enum: z.array(z.string()).optional() })
const Offered = z.object({
  name: z.string(),
  input_schema: z.looseObject({
    properties: z.record(z.string(), Parameter),
    required: z.array(z.string()).default([]),
  }),
})
type Offered = z.infer<typeof Offered>

let root = ''

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'claude-tools-')))
})

afterAll(() => rm(root, { recursive: true, force: true }))

/** The tools that the pinned CLI offers a model in a review, without the key proxy in between. */
async function offeredTools(): Promise<readonly Offered[]> {
  const tool = await installedClaude()
  const text = JSON.stringify({ findings: [], filesReviewed: [], notVerified: [] })
  const endpoint = await startMessagesEndpoint([{ kind: 'message', text }])
  const [snapshot, scratch] = [join(root, 'snapshot'), join(root, 'scratch')]
  for (const directory of [snapshot, scratch]) await mkdir(directory)
  await writeFile(join(snapshot, 'a.ts'), 'export const answer = 42\n')
  for (const directory of [root, scratch]) await chmod(directory, 0o711)
  try {
    await makeClaude(anthropic, { stallMs: 60_000, answerMs: 20_000, streamIdleMs: 10_000 }).review(
      {
        ...{ prompt: `Review this.\nSnapshot: ${snapshot}\n`, outputSchema: replySchema(), snapshot, scratch },
        ...{ model: anthropic.defaultModel, effort: 'high', ownSandbox: 'off', signal: new AbortController().signal },
      },
      {
        endpoint: { baseUrl: endpoint.url, key: 'sk-secret-key-of-this-test' },
        tool,
        run: (command) => runDirectly(command, identity),
        onEvent: () => undefined,
      },
    )
    const body = z.object({ tools: z.array(Offered) }).parse(JSON.parse(endpoint.requests[0]?.text ?? ''))
    return body.tools
  } finally {
    await endpoint.close()
  }
}

onLinux('the tools of the pinned Claude Code', () => {
  let offered: readonly Offered[] = []

  beforeAll(async () => {
    offered = await offeredTools()
  }, 300_000)

  it.each(['Read', 'Grep', 'Glob'])('%s takes what its lean description promises, in the same types', (name) => {
    const own = offered.find((tool) => tool.name === name)
    expect(own).toBeDefined()
    if (own === undefined) return
    const lean = Offered.parse(toLean(own)).input_schema
    expect(lean).not.toEqual(own.input_schema)
    const { properties, required } = own.input_schema
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(lean.properties)))
    for (const [parameter, { type, enum: values }] of Object.entries(lean.properties)) {
      const theirs = properties[parameter]
      // JSON Schema writes a whole number either way.
      const types = type === 'integer' ? ['integer', 'number'] : [type]
      expect([parameter, types]).toEqual([parameter, expect.arrayContaining([theirs?.type])])
      expect([parameter, theirs?.enum ?? []]).toEqual([parameter, expect.arrayContaining(values ?? [])])
    }
    expect(lean.required).toEqual(required)
  })

  it('are otherwise sent on as the CLI describes them', () => {
    const others = offered.filter(({ name }) => !['Read', 'Grep', 'Glob'].includes(name))
    for (const tool of others) expect(toLean(tool)).toBe(tool)
  })
})
