import { lstatSync, readlinkSync, realpathSync } from 'node:fs'
import { posix } from 'node:path'
import { isWithin, type Layout, type Mount } from './bubblewrap.js'

/** Where our own files stand inside. */
export const INSIDE = '/run/model-stack'

/** Programs and libraries of the operating system. /opt, /srv, /var and the homes are not among them. */
const SYSTEM_DIRECTORIES = ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32', '/nix/store']
/** What programs need of /etc to start; passwd and group are made for the sandbox. */
const SYSTEM_FILES = ['/etc/ld.so.cache', '/etc/ld.so.conf', '/etc/ld.so.conf.d', '/etc/alternatives', '/etc/localtime']

/** What this machine's system directories look like from inside. */
export interface SystemLayout {
  readonly system: Layout['system']
  readonly links: Layout['links']
  readonly files: readonly Mount[]
}

/** Looks which of the system's directories exist; on most distributions /bin and /lib are links into /usr. */
export function readSystemLayout(): SystemLayout {
  const system: string[] = []
  const links: { path: string; target: string }[] = []
  for (const path of SYSTEM_DIRECTORIES) {
    const kind = kindOf(path)
    if (kind === 'directory') system.push(path)
    if (kind === 'link') links.push({ path, target: readlinkSync(path) })
  }
  return { system, links, files: SYSTEM_FILES.filter((path) => kindOf(path) !== 'nothing').map((path) => ({ path })) }
}

/** The places among `places` that lie below a system directory, where they would be seen; also behind a symbolic link. */
export function hiddenPlaces(system: readonly string[], places: readonly string[]): readonly string[] {
  const real = places.filter((place) => posix.isAbsolute(place)).map(realPath)
  return [...new Set(real)].filter((place) =>
    system.some((directory) => place !== directory && isWithin(directory, place)),
  )
}

function realPath(place: string): string {
  try {
    return realpathSync(place)
  } catch {
    return posix.resolve(place) // not there, or in a directory that we may not enter
  }
}

function kindOf(path: string): 'directory' | 'link' | 'nothing' | 'file' {
  try {
    const status = lstatSync(path)
    if (status.isSymbolicLink()) return 'link'
    return status.isDirectory() ? 'directory' : 'file'
  } catch {
    return 'nothing'
  }
}
