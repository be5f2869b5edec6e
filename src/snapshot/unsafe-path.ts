import { foldComponent, foldName } from './agent-config.js'

/** NAME_MAX of the file systems in use, in bytes. */
export const MAX_COMPONENT_BYTES = 255
/** PATH_MAX is 4096 on Linux; half of it leaves room for the snapshot's own directory. */
export const MAX_PATH_BYTES = 2048

/** Directories of the snapshot that are ours: a file of the repository cannot pass for one that we put there. */
export const CONFIG_DIRECTORY = '__untrusted_config__'
export const PATHS_DIRECTORY = '__untrusted_paths__'

const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u
/** The 8.3 names that NTFS gives to `.git`. */
const shortGitName = /^git~[0-9]+$/
const driveLetter = /^[a-zA-Z]:/

/** Whether a path must not be written under its own name on some file system, or could be taken for `.git`. */
export function isUnsafePath(path: string): boolean {
  if (Buffer.byteLength(path) > MAX_PATH_BYTES || driveLetter.test(path)) return true
  const components = path.split('/')
  const first = foldName(components[0] ?? '')
  return first === CONFIG_DIRECTORY || first === PATHS_DIRECTORY || components.some(isUnsafeComponent)
}

function isUnsafeComponent(component: string): boolean {
  if (component === '' || Buffer.byteLength(component) > MAX_COMPONENT_BYTES) return true
  if (component.includes('\\') || control.test(component)) return true
  // Covers `.` and `..` too.
  if (component.endsWith('.') || component.endsWith(' ')) return true
  const folded = foldComponent(component)
  return folded === '' || folded === '.git' || shortGitName.test(folded)
}
