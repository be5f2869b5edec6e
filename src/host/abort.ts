/*
 * Not AbortSignal.any and AbortSignal.timeout: Node 20 lets go of such signals while somebody still waits for them, and
 * a run that waited for its time-out then waited for ever.
 */

/** Aborts as soon as one of the signals does, with its reason. */
export function whenAnyAborts(signals: readonly AbortSignal[]): AbortController {
  const controller = new AbortController()
  for (const signal of signals) {
    if (signal.aborted) controller.abort(signal.reason)
    else
      signal.addEventListener('abort', () => controller.abort(signal.reason), { once: true, signal: controller.signal })
  }
  return controller
}

/** Aborts when `parent` does, or after `ms`, with a reason that says so; keeps no process alive. */
export function withDeadline(parent: AbortSignal, ms: number): AbortSignal {
  const controller = whenAnyAborts([parent])
  const over = () => controller.abort(new Error(`the time of the run, ${Math.round(ms / 1000)} seconds, was over`))
  // The timer holds the controller, so that nothing is collected before it fires.
  setTimeout(over, ms).unref()
  return controller.signal
}
