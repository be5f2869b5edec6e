import { installTool } from '../../src/host/install.js'
import { readRegistry } from '../../src/host/npm-registry.js'
import { codexTool } from '../../src/reviewers/pins/codex.js'
import { inspect } from 'node:util'
const log = { debug() {}, info() {}, warning: console.error, group: (_: string, b: any) => b() }
const registry = () => readRegistry({ input: undefined, untrusted: [process.cwd()], env: process.env, nodePath: process.execPath })
it('enospc', async () => {
  const f = await installTool(codexTool, { platform: 'linux-x64', cacheRoot: '/tmp/small', registry, cliPath: undefined, log } as any).catch((e) => e)
  console.error(inspect(f.cause))
})
