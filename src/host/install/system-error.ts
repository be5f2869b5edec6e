/**
 * 'ENOENT' and the like where the operating system reported an error, undefined for any other. Looks at the shape and
 * not at the class, which differs between realms (jest runs each test file in one of its own).
 */
export function systemCodeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('syscall' in error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
