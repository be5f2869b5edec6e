import { spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { connect, type NetConnectOpts } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { request } from '../host/node-http.js'
import type { Finding, Probe } from './order.js'

/** Longer than any connection within one machine takes. Milliseconds. */
const CONNECT_MS = 2_000
const SUDO = ['/usr/bin/sudo', '/usr/local/bin/sudo', '/bin/sudo']
/** Writing any of these as root changes the host. */
const KERNEL_SETTINGS = ['/proc/sys/kernel/core_pattern', '/proc/sys/kernel/hostname', '/proc/sysrq-trigger']
const NO_CAPABILITY = /^0+$/

/** One check: resolves to undefined when it holds, else to what went wrong. */
type Check = (probe: Probe, port: number) => string | undefined | Promise<string | undefined>

/** Everything that is tried; all must hold. What a check names as its promise is what reports and messages say. */
const CHECKS: Readonly<Record<string, Check>> = {
  'the snapshot can be read': ({ snapshot }) => succeeds(() => readFirst(snapshot)),
  'the snapshot cannot be written': ({ snapshot }) => refusesWrites(snapshot),
  'the programs cannot be changed': ({ untouchable }) => firstProblem(untouchable, refusesWrites),
  'files of the host cannot be read': ({ canaryFiles }) => firstProblem(canaryFiles, refusesReads),
  'environments of the host cannot be read': ({ canaryToken }) => searchProcesses('environ', canaryToken),
  'processes of the host cannot be seen': ({ canaryToken }) => searchProcesses('cmdline', canaryToken),
  'loopback of the host cannot be reached': ({ loopbackPort }) =>
    refusesConnection({ host: '127.0.0.1', port: loopbackPort }),
  'sockets of the host cannot be reached': async ({ sockets }) => {
    for (const path of sockets) if ((await refusesConnection({ path })) !== undefined) return `connected to ${path}`
    return undefined
  },
  'there is no other network': () => onlyLoopback(),
  'sudo does not work': () => firstProblem(SUDO, refusesSudo),
  'the user is not root': () => (process.getuid?.() === 0 ? 'the user is root' : undefined),
  'no capabilities are held': () => holdsNoCapabilities(),
  'no privileges can be gained': () => (statusField('NoNewPrivs') === '1' ? undefined : 'NoNewPrivs is not set'),
  'settings of the kernel cannot be written': () => firstProblem(KERNEL_SETTINGS, refusesOpeningForWriting),
  'the environment is empty': ({ environment }) => foreignVariable(environment),
  'the way to the key proxy is open': (_, port) => proxyAnswers(port),
}

/** The names of all checks, in order. */
export const checkNames: readonly string[] = Object.keys(CHECKS)

/** Tries from inside the sandbox what a hijacked reviewer would. */
export async function runProbe(probe: Probe, port: number): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const [check, holds] of Object.entries(CHECKS)) findings.push({ check, problem: await holds(probe, port) })
  return findings
}

function firstProblem(paths: readonly string[], check: (path: string) => string | undefined): string | undefined {
  for (const path of paths) {
    const problem = check(path)
    if (problem !== undefined) return problem
  }
  return undefined
}

function succeeds(body: () => void): string | undefined {
  try {
    body()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function fails(body: () => void, problem: string): string | undefined {
  return succeeds(body) === undefined ? problem : undefined
}

/** Reads the first file found from the top. */
function readFirst(directory: string): void {
  const file = firstFile(directory)
  if (file !== undefined) closeSync(openSync(file, 'r'))
}

function firstFile(directory: string): string | undefined {
  const entries = readdirSync(directory, { withFileTypes: true })
  const file = entries.find((entry) => entry.isFile())
  if (file !== undefined) return join(directory, file.name)
  for (const entry of entries) {
    const found = entry.isDirectory() ? firstFile(join(directory, entry.name)) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

function refusesWrites(path: string): string | undefined {
  if (!statSync(path).isDirectory()) return refusesChanges(path)
  const file = firstFile(path)
  return (
    fails(() => writeFileSync(join(path, '.model-stack-probe'), ''), `${path} can be written`) ??
    refusesNewMode(path) ??
    (file === undefined ? undefined : refusesChanges(file))
  )
}

function refusesChanges(file: string): string | undefined {
  return refusesOpeningForWriting(file) ?? refusesNewMode(file)
}

/** In a user namespace we own the files: read-only permissions alone would not keep us from giving us others. */
function refusesNewMode(path: string): string | undefined {
  return fails(() => chmodSync(path, statSync(path).mode & 0o7777), `the permissions of ${path} can be changed`)
}

function refusesOpeningForWriting(path: string): string | undefined {
  return fails(() => closeSync(openSync(path, 'r+')), `${path} can be written`)
}

function refusesReads(path: string): string | undefined {
  return fails(() => accessSync(path, constants.R_OK), `${path} can be read`)
}

/** In every process that is visible here, this one left out, whose order names the token. */
function searchProcesses(file: 'environ' | 'cmdline', token: string): string | undefined {
  for (const process_ of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (readFileSync(`/proc/${process_}/${file}`, 'latin1').includes(token))
        return `/proc/${process_}/${file} shows a process of the host`
    } catch {
      // Of another user, or gone: that is what is wanted.
    }
  }
  return undefined
}

function refusesConnection(target: NetConnectOpts): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect(target)
    const settle = (problem: string | undefined) => {
      socket.destroy()
      resolve(problem)
    }
    socket.setTimeout(CONNECT_MS, () => settle(undefined))
    socket.once('error', () => settle(undefined))
    socket.once('connect', () => settle('a connection was made'))
  })
}

function onlyLoopback(): string | undefined {
  const others = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  const other = others.find((address) => !address.internal)
  return other === undefined ? undefined : `there is a network interface with ${other.address}`
}

function refusesSudo(path: string): string | undefined {
  return spawnSync(path, ['-n', 'true'], { stdio: 'ignore', timeout: CONNECT_MS }).status === 0
    ? `${path} works`
    : undefined
}

function holdsNoCapabilities(): string | undefined {
  for (const set of ['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb']) {
    const held = statusField(set)
    if (!NO_CAPABILITY.test(held)) return `${set} is ${held}`
  }
  return undefined
}

function statusField(name: string): string {
  const line = readFileSync('/proc/self/status', 'utf8')
    .split('\n')
    .find((candidate) => candidate.startsWith(`${name}:`))
  return line?.slice(name.length + 1).trim() ?? 'unknown'
}

function foreignVariable(allowed: readonly string[]): string | undefined {
  const foreign = Object.keys(process.env).find((name) => !allowed.includes(name))
  return foreign === undefined ? undefined : `the environment holds ${foreign}`
}

/** Any answer will do: only the proxy can give one. */
function proxyAnswers(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const ask = request({ host: '127.0.0.1', port, path: '/', timeout: CONNECT_MS }, (answer) => {
      answer.resume()
      resolve(undefined)
    })
    ask.once('timeout', () => ask.destroy(new Error('timeout')))
    ask.once('error', (error) => resolve(error.message))
    ask.end()
  })
}
