/**
 * True for a repository-relative path that no reader can take for another place: no scheme, drive, root, backslash,
 * control character, and no segment that is empty or leads upwards, not even when it is percent-decoded.
 */
export function isSafePath(path: string): boolean {
  if (path === '' || path.length > 4096 || /[\u0000-\u001f\u007f-\u009f\\]|\p{Cs}/u.test(path)) return false
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(path)) return false
  return path.split('/').every((segment) => !/^(?:|\.|\.\.|\.git)$/i.test(decodeDots(segment)))
}

/** A safe path as a URI reference; every character outside the unreserved ones is percent-encoded. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeSegment).join('/')
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function decodeDots(segment: string): string {
  return segment.replace(/%2e/gi, '.')
}
