import { execFileSync } from 'node:child_process'
import { getEventListeners } from 'node:events'
import { build } from 'esbuild'
import { whenAnyAborts, withDeadline } from '../../src/host/abort.js'

describe('withDeadline', () => {
  it('aborts with a reason that says how long it waited', async () => {
    const signal = withDeadline(new AbortController().signal, 20)
    const keepAlive = setInterval(() => {}, 1_000)
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    clearInterval(keepAlive)
    expect(signal.reason).toMatchObject({ message: expect.stringContaining('seconds, was over') })
  })

  it('aborts with its parent, and at once with one that has aborted', () => {
    const parent = new AbortController()
    const signal = withDeadline(parent.signal, 60_000)
    parent.abort(new Error('cancelled'))
    expect(signal.reason).toEqual(new Error('cancelled'))
    expect(withDeadline(parent.signal, 60_000).aborted).toBe(true)
  })

  it('fires though nothing but a listener is left of it and memory is collected', async () => {
    const bundled = await build({
      stdin: {
        contents: `import { whenAnyAborts, withDeadline } from './src/host/abort.ts'
          function wait() {
            const signal = whenAnyAborts([withDeadline(new AbortController().signal, 300)]).signal
            signal.addEventListener('abort', () => { console.log('over'); process.exit(0) })
          }
          wait()
          const garbage = []
          setInterval(() => { garbage.push(new Array(1e5).fill(1)); if (garbage.length > 20) garbage.length = 0; globalThis.gc() }, 10)
          setTimeout(() => { console.log('forgotten'); process.exit(1) }, 5_000)`,
        resolveDir: process.cwd(),
      },
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'node',
    })
    const code = bundled.outputFiles[0]?.text ?? ''
    expect(execFileSync(process.execPath, ['--expose-gc', '-e', code], { encoding: 'utf8' })).toBe('over\n')
  })
})

describe('whenAnyAborts', () => {
  it('listens no longer to what it was released from', () => {
    const [run, released] = [new AbortController(), new AbortController()]
    const controllers = Array.from({ length: 50 }, () => whenAnyAborts([run.signal], released.signal))
    released.abort()
    expect(getEventListeners(run.signal, 'abort')).toEqual([])
    run.abort()
    expect(controllers.some(({ signal }) => signal.aborted)).toBe(false)
  })

  it('takes the reason of the first', () => {
    const [one, other] = [new AbortController(), new AbortController()]
    const both = whenAnyAborts([one.signal, other.signal])
    other.abort('other')
    one.abort('one')
    expect(both.signal.reason).toBe('other')
  })
})
