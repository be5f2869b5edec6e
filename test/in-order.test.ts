import { setTimeout as pause } from 'node:timers/promises'
import { inOrder } from '../src/in-order.js'

describe('what goes on at the same time', () => {
  it('gives its values in the order of the list', async () => {
    const late = pause(20).then(() => 'late')
    expect(await inOrder([late, Promise.resolve(2)])).toEqual(['late', 2])
  })

  it('fails with the first error of the list, though another came first', async () => {
    const late = pause(20).then(() => Promise.reject(new Error('the first of the list')))
    const soon = Promise.reject(new Error('the first in time'))
    await expect(inOrder([Promise.resolve(1), late, soon])).rejects.toThrow('the first of the list')
  })

  it('is over when it fails', async () => {
    let isOver = false
    const late = pause(20).then(() => {
      isOver = true
    })
    await expect(inOrder([Promise.reject(new Error('at once')), late])).rejects.toThrow('at once')
    expect(isOver).toBe(true)
  })
})
