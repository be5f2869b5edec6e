import { whenAnyAborts } from '../../host/abort.js'

/** Calls with a signal of the call's own that follows the other: SDKs listen to the one that they get, and never stop. */
export async function withCallSignal<T>(signal: AbortSignal, call: (own: AbortSignal) => Promise<T>): Promise<T> {
  const ended = new AbortController()
  try {
    return await call(whenAnyAborts([signal], ended.signal).signal)
  } finally {
    ended.abort()
  }
}
