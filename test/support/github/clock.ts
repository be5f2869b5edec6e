/** Tells the time as GitHub writes it, and never the same second twice: what happened later also reads later. */
export interface Clock {
  /** The time of something that happens now, as `2026-11-21T19:00:00Z`. */
  stamp(): string
  /** From now on it is so much later. */
  advance(milliseconds: number): void
}

const SECOND_MS = 1_000

/** A clock that starts at `start`, in milliseconds since the epoch, and moves with real time. */
export function startClock(start: number): Clock {
  const begun = Date.now()
  let ahead = start - begun
  let last = 0
  return {
    stamp: () => {
      const seconds = Math.floor((Date.now() + ahead) / SECOND_MS)
      last = Math.max(seconds, last + 1)
      return toStamp(last * SECOND_MS)
    },
    advance: (milliseconds) => {
      ahead += milliseconds
    },
  }
}

/** GitHub writes no fractions of a second. */
export function toStamp(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}
