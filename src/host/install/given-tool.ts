import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access, realpath, stat } from 'node:fs/promises'
import { dirname, isAbsolute, sep } from 'node:path'
import { ConfigurationError } from '../../errors.js'
import type { InstalledTool, Tool } from '../../types/reviewer.js'

const versionTimeoutMs = 10_000
const versionOutputBytes = 64 * 1024

/** The CLI that the user named with `cli-path`; throws ConfigurationError where it cannot be started. */
export async function findGivenTool(tool: Tool, cliPath: string): Promise<InstalledTool> {
  if (!isAbsolute(cliPath)) throw refused(tool, cliPath, 'is not an absolute path')
  const executable = await realpath(cliPath).catch(() => {
    throw refused(tool, cliPath, 'does not exist or cannot be reached')
  })
  if (!(await stat(executable)).isFile()) throw refused(tool, cliPath, 'is not a file')
  // Windows has no executable mode, and Node starts its batch files only through a shell, which we never use.
  if (process.platform === 'win32' && !/\.exe$/i.test(executable)) throw refused(tool, cliPath, 'is not an .exe file')
  await access(executable, constants.X_OK).catch(() => {
    throw refused(tool, cliPath, 'is not executable')
  })
  const version = await readVersion(executable)
  return { executable, directory: packageDirectory(tool, executable), version, bubblewrap: undefined }
}

function refused(tool: Tool, cliPath: string, why: string): ConfigurationError {
  const accepted = `give the absolute path of an executable file, as in ${tool.name}=/opt/${tool.name}`
  return new ConfigurationError(`cli-path: ${JSON.stringify(cliPath.slice(0, 300))} ${why}; ${accepted}`)
}

/** A CLI that lies as in its own package needs that whole package; any other is taken to be on its own. */
function packageDirectory(tool: Tool, executable: string): string {
  const layout = Object.values(tool.packages)
    .map((pin) => sep + pin.executable.split('/').join(sep))
    .find((path) => executable.endsWith(path))
  return layout === undefined ? dirname(executable) : executable.slice(0, -layout.length)
}

/** What `--version` prints, without the name before it; 'unknown' where it prints no version. */
function readVersion(executable: string): Promise<string> {
  const options = { cwd: dirname(executable), env: {}, timeout: versionTimeoutMs, maxBuffer: versionOutputBytes }
  return new Promise((resolve) => {
    const child = execFile(executable, ['--version'], { ...options, killSignal: 'SIGKILL' }, (error, stdout) => {
      const version = error === null ? /\d+\.\d+[\w.+-]{0,40}/.exec(stdout.slice(0, 200)) : null
      resolve(version?.[0] ?? 'unknown')
    })
    child.stdin?.end()
  })
}
