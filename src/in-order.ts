/**
 * The values of what is going on at the same time, once all of it is over. Of several errors the first in the order of
 * the list is thrown, not the first in time, and nothing is left running behind it.
 */
export async function inOrder<Values extends readonly unknown[]>(
  running: {
    readonly [Index in keyof Values]: Promise<Values[Index]>
  },
): Promise<Values> {
  for (const one of await Promise.allSettled(running)) if (one.status === 'rejected') throw one.reason
  return Promise.all(running)
}
