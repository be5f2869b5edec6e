import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { codexTool } from '../../src/reviewers/pins/codex.js'
import { type Answer, makeTarball, sends, startRegistry } from '../support/registry-stand-in.js'
import { holdsAlways } from './universal.js'
import { runPlain, unprotected } from './unprotected.js'
import { attacked, makeWorld, type Outcome } from './world.js'

const pin = codexTool.packages[process.arch === 'arm64' ? 'linux-arm64' : 'linux-x64']
const tarballPath = `/@openai/codex/-/codex-${pin.version}.tgz`
const documentPath = `/@openai%2fcodex/${pin.version}`

/** The pinned name and version, with a start script and a program of the attacker. */
function tampered(mark: string): Promise<Buffer> {
  const manifest = {
    name: '@openai/codex',
    version: pin.version,
    scripts: { postinstall: `touch ${mark}/postinstall` },
  }
  return makeTarball([
    { name: 'package/package.json', content: JSON.stringify(manifest) },
    { name: `package/${pin.executable}`, content: `#!/bin/sh\ntouch ${mark}/binary\n`, mode: 0o755 },
  ])
}

function integrityOf(tarball: Buffer): string {
  return `sha512-${createHash('sha512').update(tarball).digest('base64')}`
}

type Answers = (tarball: Buffer, url: () => string) => Readonly<Record<string, Answer>>

const registries: Readonly<Record<string, Answers>> = {
  'a tarball of other bytes': (tarball) => ({ [tarballPath]: sends(tarball) }),
  'a document that vouches for other bytes': (tarball, url) => ({
    [documentPath]: sends(JSON.stringify({ dist: { tarball: `${url()}/else.tgz`, integrity: integrityOf(tarball) } })),
    '/else.tgz': sends(tarball),
  }),
  'a redirect to another tarball': (tarball) => ({
    [tarballPath]: (_request, response) => response.writeHead(302, { location: '/else.tgz' }).end(),
    '/else.tgz': sends(tarball),
  }),
  'half a tarball': (tarball) => ({ [tarballPath]: sends(tarball.subarray(0, tarball.length / 2)) }),
  'a page instead of a tarball': () => ({ [tarballPath]: sends('<html>Sign in</html>') }),
}

/** Runs with an empty tool cache, or with what `fill` puts there, against a registry of that kind. */
async function installFrom(answers: Answers, fill?: (cache: string, mark: string) => void): Promise<Outcome> {
  const cache = mkdtempSync(join(tmpdir(), 'ms-cache-'))
  chmodSync(cache, 0o755)
  let url = ''
  // The marks are known only once the world stands, so the registry asks for its tarball late.
  let mark = ''
  const registry = await startRegistry(
    lateAnswers(
      answers,
      async () => tampered(mark),
      () => url,
    ),
  )
  url = registry.url
  try {
    return await attacked('D19', {
      toolCache: cache,
      inputs: { registry: registry.url },
      prepare: (world) => {
        mark = world.places.mark
        fill?.(cache, mark)
      },
    })
  } finally {
    await registry.close()
    rmSync(cache, { recursive: true, force: true })
  }
}

function lateAnswers(
  answers: Answers,
  tarball: () => Promise<Buffer>,
  url: () => string,
): Readonly<Record<string, Answer>> {
  const late =
    (path: string): Answer =>
    (request, response) => {
      tarball().then(
        (bytes) => {
          const answer = answers(bytes, url)[path]
          if (answer === undefined) response.writeHead(404).end()
          else answer(request, response)
        },
        () => response.destroy(),
      )
    }
  return Object.fromEntries([tarballPath, documentPath, '/else.tgz'].map((path) => [path, late(path)]))
}

/** Where the action keeps the pinned CLI, filled with a program of the attacker. */
function poison(cache: string, mark: string): void {
  const key = pin.integrity
    .slice('sha512-'.length, 'sha512-'.length + 12)
    .replaceAll('/', '_')
    .replaceAll('+', '-')
  for (const path of Object.keys(pin.files)) {
    const file = join(cache, 'model-stack', 'codex', `${codexTool.version}-${key}`, process.arch, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `#!/bin/sh\ntouch ${mark}/cached\n`, { mode: 0o755 })
  }
  writeFileSync(join(cache, 'model-stack', 'codex', `${codexTool.version}-${key}`, `${process.arch}.complete`), '')
}

describe.each(Object.entries(registries))('D19 a registry with %s', (_name, answers) => {
  let run: Outcome
  beforeAll(async () => {
    run = await installFrom(answers)
  })
  holdsAlways(() => run)

  it('installs nothing, starts nothing and is red', () => {
    expect(run.exitCode).toBe(1)
    expect(run.report?.conclusion).toBe('not-evaluated')
    expect(run.report?.reviewers).toMatchObject([{ status: 'failed', error: { code: 'INTEGRITY' } }])
    expect(run.requests).toEqual([])
  })
})

describe('D19 a tool cache that holds another program', () => {
  let run: Outcome
  beforeAll(async () => {
    run = await installFrom(() => ({}), poison)
  })
  holdsAlways(() => run)

  it('is not believed', () => {
    expect(run.exitCode).toBe(1)
    expect(['INTEGRITY', 'INSTALL_FAILED']).toContain(run.report?.reviewers[0]?.error?.code)
    expect(run.requests).toEqual([])
  })
})

describe.each(['latest', '^1.0.0', '1.2.3; touch @MARK@/inj', '--registry=http://@EVIL@'])(
  'D19 the version %j',
  (version) => {
    let run: Outcome
    beforeAll(async () => {
      run = await attacked('D19', { inputs: { 'cli-version': version } })
    })
    holdsAlways(() => run)

    it('cannot be chosen: the input is refused by name', () => {
      expect(run.exitCode).toBe(1)
      expect(run.outputs['reason']).toMatch(/unknown input.*cli-version/)
      expect(run.requests).toEqual([])
    })
  },
)

describe.each(['file:///etc', '--registry=http://127.0.0.1:1', 'http://127.0.0.1:1/; touch x', 'javascript:alert(1)'])(
  'D19 the registry %j',
  (registry) => {
    it('is refused, or nothing is installed from it', async () => {
      const cache = mkdtempSync(join(tmpdir(), 'ms-cache-'))
      chmodSync(cache, 0o755)
      const run = await attacked('D19', { toolCache: cache, inputs: { registry } })
      rmSync(cache, { recursive: true })
      expect(run.exitCode).toBe(1)
      expect(run.report?.conclusion).toBe('not-evaluated')
      expect(run.requests).toEqual([])
      expect(run.marks).toEqual([])
    })
  },
)

it('D19 control: npm installs the tampered package and runs its script', () =>
  unprotected(makeWorld('D19'), async (world) => {
    const tarball = await tampered(world.places.mark)
    let url = ''
    const version = { name: '@openai/codex', version: pin.version }
    const dist = () => ({ tarball: `${url}/else.tgz`, integrity: integrityOf(tarball) })
    const registry = await startRegistry({
      '/@openai%2fcodex': (_request, response) => {
        const versions = { [pin.version]: { ...version, hasInstallScript: true, dist: dist() } }
        response.end(JSON.stringify({ name: version.name, 'dist-tags': { latest: pin.version }, versions }))
      },
      '/else.tgz': sends(tarball),
    })
    url = registry.url
    const options = [
      '--no-audit',
      '--no-fund',
      '--prefix',
      join(world.root, 'npm'),
      '--cache',
      join(world.root, 'cache'),
    ]
    const args = ['install', '--registry', registry.url, ...options, `@openai/codex@${pin.version}`]
    const { exitCode } = await runPlain({ file: 'npm', args, cwd: world.workspace })
    await registry.close()
    expect(exitCode).toBe(0)
    expect(world.places.marks()).toContain('postinstall')
  }))
