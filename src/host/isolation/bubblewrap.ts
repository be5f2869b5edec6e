import { dirname } from 'node:path'

/** What a confined program sees; every path is absolute, and the same inside as outside but for `from`. */
export interface Layout {
  /** Directories of the operating system, read-only. */
  readonly system: readonly string[]
  /** Symbolic links of the root directory, such as /bin → usr/bin. */
  readonly links: readonly { readonly path: string; readonly target: string }[]
  /** Directories below a system directory that must not be seen. */
  readonly hidden: readonly string[]
  /** Files and directories, read-only; `from` names the place outside where it differs. */
  readonly readOnly: readonly Mount[]
  /** Existing files that may be written and that are read back. */
  readonly writableFiles: readonly string[]
  /** Empty directories in memory. */
  readonly privateDirectories: readonly string[]
  readonly cwd: string
}

export interface Mount {
  readonly path: string
  readonly from?: string
}

/** How the namespaces are made: by root, who then hands over to a user of its own, or by anyone in a user namespace. */
export type Privilege = { readonly kind: 'root'; readonly uid: number } | { readonly kind: 'user-namespace' }

/** Whoever runs in a user namespace is this user there, as nobody outside. */
const NOBODY = '65534'
/** Of each private directory, in bytes: they live in memory. */
const PRIVATE_BYTES = String(512 * 1024 * 1024)
export const SETPRIV = '/usr/bin/setpriv'

/** Of a file, in blocks of 512 bytes: no reviewer writes more. */
const MAX_FILE_BLOCKS = 1024 * 1024
const MAX_PROCESSES = 4096
/** dash and bash name the limit of processes differently. */
const LIMITS = `ulimit -c 0; ulimit -f ${MAX_FILE_BLOCKS}; ulimit -u ${MAX_PROCESSES} 2>/dev/null || ulimit -p ${MAX_PROCESSES} 2>/dev/null; exec "$@"`

/** The arguments of bubblewrap that run `program` in the layout with nothing else of the machine. */
export function toBubblewrapArguments(
  layout: Layout,
  privilege: Privilege,
  program: { readonly command: readonly string[]; readonly env: Readonly<Record<string, string>> },
): readonly string[] {
  return [
    ...['--unshare-pid', '--unshare-ipc', '--unshare-net', '--unshare-uts', '--unshare-cgroup-try'],
    ...['--die-with-parent', '--new-session', '--hostname', 'reviewer', '--clearenv', '--cap-drop', 'ALL'],
    ...Object.entries(program.env).flatMap(([name, value]) => ['--setenv', name, value]),
    ...(privilege.kind === 'root' ? KEPT_TO_STEP_DOWN : ['--unshare-user', '--uid', NOBODY, '--gid', NOBODY]),
    ...mountArguments(layout),
    ...['--remount-ro', '/', '--chdir', layout.cwd, '--'],
    ...(privilege.kind === 'root' ? stepDown(privilege.uid) : []),
    ...['/bin/sh', '-c', LIMITS, 'sh'],
    ...program.command,
  ]
}

/** Only for setpriv, which gives them up. */
const KEPT_TO_STEP_DOWN = ['CAP_SETUID', 'CAP_SETGID', 'CAP_SETPCAP'].flatMap((name) => ['--cap-add', name])

function stepDown(uid: number): readonly string[] {
  const identity = [`--reuid=${uid}`, `--regid=${uid}`, '--clear-groups']
  return [
    SETPRIV,
    ...identity,
    ...['--inh-caps=-all', '--ambient-caps=-all', '--bounding-set=-all', '--no-new-privs', '--'],
  ]
}

/** In this order, because a later mount covers an earlier one. */
function mountArguments(layout: Layout): readonly string[] {
  const parents = makeParents(layout)
  const bind = (kind: string, { path, from }: Mount) => [...parents(path), kind, from ?? path, path]
  const memory = (path: string) => ['--perms', '1777', '--size', PRIVATE_BYTES, '--tmpfs', path]
  return [
    ...layout.system.flatMap((path) => bind('--ro-bind', { path })),
    ...layout.links.flatMap(({ path, target }) => ['--symlink', target, path]),
    // Of no limited size, hence not for writing.
    ...['--proc', '/proc', '--dev', '/dev', '--remount-ro', '/dev', ...memory('/tmp')],
    ...layout.hidden.flatMap((path) => ['--perms', '0755', '--tmpfs', path]),
    ...layout.privateDirectories.flatMap((path) => [...parents(path), ...memory(path)]),
    ...layout.readOnly.flatMap((mount) => bind('--ro-bind', mount)),
    ...layout.writableFiles.flatMap((path) => bind('--bind', { path })),
  ]
}

/**
 * Directories above a mount are made by hand, because bubblewrap makes them for their owner alone, and the program is
 * another user. Those inside a system directory exist.
 */
function makeParents({ system, hidden, privateDirectories }: Layout): (path: string) => readonly string[] {
  const made = new Set(['/', '/tmp', '/dev', '/proc', ...hidden, ...privateDirectories])
  const exists = (path: string) =>
    system.some((directory) => isWithin(directory, path)) && !hidden.some((directory) => isWithin(directory, path))
  const parentsOf = (path: string): readonly string[] => {
    const parent = dirname(path)
    if (made.has(parent) || exists(parent)) return []
    const above = parentsOf(parent)
    made.add(parent)
    return [...above, '--perms', '0755', '--dir', parent]
  }
  return parentsOf
}

/** Whether `path` is `directory` or lies below it. */
export function isWithin(directory: string, path: string): boolean {
  return path === directory || path.startsWith(directory.endsWith('/') ? directory : `${directory}/`)
}
