/** Where sealed records of reviews lie. It vouches for nothing: what it finds may be anybody's. It never rejects. */
export interface RecordStore {
  /** Sealed records of that name, newest first, a few at most. */
  find(name: string): Promise<readonly string[]>
  keep(name: string, text: string): Promise<void>
}

/** More than one record of a name: the same diff over several trees, or somebody's forgeries. */
export const MAX_CANDIDATES = 5
/** A sealed record has 8 MB and its first line at most. */
export const MAX_RECORD_BYTES = 8 * 1024 * 1024 + 100

/** As `recordName` makes them; nothing else becomes a part of a path or a query. */
export function isRecordName(name: string): boolean {
  return /^model-stack-[0-9a-f]{24}$/.test(name)
}

/** The message of whatever was thrown, on one line. */
export function reasonOf(error: unknown): string {
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error
  return String(message).replace(/\s+/g, ' ').slice(0, 300)
}
