import { getEventListeners } from 'node:events'
import { withCallSignal } from '../../../src/reviewers/agent/call-signal.js'

describe('the signal of a call', () => {
  it('aborts with the signal of the run, and for its reason', async () => {
    const run = new AbortController()
    const reason = new Error('over')
    const own = await withCallSignal(run.signal, async (signal) => {
      run.abort(reason)
      return signal
    })
    expect([own.aborted, own.reason]).toEqual([true, reason])
  })

  it('leaves nothing on the signal of the run, however the call ends and whatever listens to its own', async () => {
    const run = new AbortController()
    const listen = (signal: AbortSignal) => signal.addEventListener('abort', () => {})
    for (let calls = 0; calls < 20; calls++) {
      await withCallSignal(run.signal, async (signal) => listen(signal))
      const failing = withCallSignal(run.signal, async (signal) => {
        listen(signal)
        throw new TypeError('broken')
      })
      await expect(failing).rejects.toThrow('broken')
    }
    expect(getEventListeners(run.signal, 'abort')).toHaveLength(0)
  })
})
