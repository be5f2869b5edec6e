/*
 * Not AbortSignal.any and AbortSignal.timeout: Node 20 lets go of such signals while somebody still waits for them, and
 * a run that waited for its time-out then waited for ever.
 */

/** Aborts as soon as one of the signals does, with its reason. It listens to them until it aborts, or until `released` does. */
export function whenAnyAborts(signals: readonly AbortSignal[], released?: AbortSignal): AbortController {
  const controller = new AbortController()
  for (const signal of signals) {
    if (signal.aborted) controller.abort(signal.reason)
    else follow(signal, controller, released)
  }
  return controller
}

function follow(signal: AbortSignal, controller: AbortController, released: AbortSignal | undefined): void {
  const onAbort = () => controller.abort(signal.reason)
  const stop = () => signal.removeEventListener('abort', onAbort)
  signal.addEventListener('abort', onAbort, { once: true })
  controller.signal.addEventListener('abort', stop, { once: true })
  released?.addEventListener('abort', stop, { once: true })
}

/** Aborts when `parent` does, or after `ms`, with a reason that says so; keeps no process alive. */
export function withDeadline(parent: AbortSignal, ms: number): AbortSignal {
  const controller = whenAnyAborts([parent])
  const over = () => controller.abort(new Error(`the time of the run, ${Math.round(ms / 1000)} seconds, was over`))
  // The timer holds the controller, so that nothing is collected before it fires.
  setTimeout(over, ms).unref()
  return controller.signal
}
