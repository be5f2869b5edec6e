import { CallFailure } from './call-failure.js'

/** Something that not every server of a wire format understands. */
export interface OptionalSetting<Name extends string> {
  readonly name: Name
  /** How a server names it when it refuses it. */
  readonly named: RegExp
}

/** Settings that are sent until the server refuses them. */
export interface OptionalSettings<Name extends string> {
  has(name: Name): boolean
  /** False: it was not sent any more. */
  drop(name: Name): boolean
  /** Calls `send` again without what the server refuses by name with 400 or 422. */
  send<T>(send: () => Promise<T>): Promise<T>
}

/** All of them at first. */
export function makeOptionalSettings<Name extends string>(
  all: readonly OptionalSetting<Name>[],
): OptionalSettings<Name> {
  const kept = new Map(all.map(({ name, named }) => [name, named]))
  const send = async <T>(attempt: () => Promise<T>): Promise<T> => {
    try {
      return await attempt()
    } catch (error) {
      const refused = findRefused(error, kept)
      if (refused === undefined) throw error
      kept.delete(refused)
      return send(attempt)
    }
  }
  return { has: (name) => kept.has(name), drop: (name) => kept.delete(name), send }
}

function findRefused<Name extends string>(error: unknown, kept: ReadonlyMap<Name, RegExp>): Name | undefined {
  if (!(error instanceof CallFailure) || (error.status !== 400 && error.status !== 422)) return undefined
  // One that is too long or filtered may well repeat such a word.
  if (error.code !== 'EXITED') return undefined
  return [...kept].find(([, named]) => named.test(error.said))?.[0]
}
