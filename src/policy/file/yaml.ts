import type { Document, isMap, isSeq, LineCounter, Pair, YAMLMap } from 'yaml'
import { z } from 'zod'
import { ConfigurationError } from '../../errors.js'
import { acceptedKeys, refuseKey } from './keys.js'

const maximumAliases = 10

/** Key → the line on which it stands; a key of a nested map is `outer.inner`, of one in a list `outer.0.inner`, the list's item itself `outer.0`. */
type Lines = ReadonlyMap<string, number>

/** What the file says, and on which line each key stands. */
export interface Yaml {
  /** Null: the file says nothing. */
  readonly value: unknown
  readonly lines: Lines
}

/** How errors call a place in the file. */
export function place(path: string, line: number | undefined): string {
  return line === undefined ? path : `${path} line ${line}`
}

/** Reads YAML whose keys are all known and stand once. Throws ConfigurationError with the line of what is wrong. */
export async function readYaml(text: string, path: string): Promise<Yaml> {
  const { isMap, isSeq, LineCounter, parseDocument } = await import('yaml')
  const lineCounter = new LineCounter()
  try {
    const document = parseDocument(text, {
      lineCounter,
      customTags: [],
      // Keys are compared below, in linear time and with our own words.
      uniqueKeys: false,
      stringKeys: true,
      prettyErrors: false,
      // At 'silent' a second document in the file would go unnoticed.
      logLevel: 'error',
    })
    refuseFaults(document, { path, lineCounter })
    if (document.contents === null) return { value: null, lines: new Map() }
    if (isMap(document.contents)) {
      const lines = linesOf(document.contents, { path, lineCounter, isMap, isSeq })
      return { value: document.toJS({ maxAliasCount: maximumAliases }), lines }
    }
    if (document.toJS() === null) return { value: null, lines: new Map() }
  } catch (error) {
    if (error instanceof ConfigurationError) throw error
    // Too many aliases, or nested too deeply for the parser: both only happen on purpose.
    throw new ConfigurationError(`${path}: cannot be read as YAML; write plain keys and values`, { cause: error })
  }
  throw new ConfigurationError(`${place(path, 1)}: is not a list of "key: value" lines; accepted keys: ${acceptedKeys}`)
}

interface Source {
  readonly path: string
  readonly lineCounter: LineCounter
}

interface MapSource extends Source {
  readonly isMap: typeof isMap
  readonly isSeq: typeof isSeq
}

/** A warning of the parser means that it guessed, for example at an unknown tag. */
function refuseFaults(document: Pick<Document, 'errors' | 'warnings'>, { path, lineCounter }: Source): void {
  const fault = document.errors[0] ?? document.warnings[0]
  if (fault === undefined) return
  const { line } = lineCounter.linePos(fault.pos[0])
  throw new ConfigurationError(`${place(path, line)}: is not valid YAML: ${oneLine(fault.message)}`, { cause: fault })
}

function linesOf(map: YAMLMap, source: MapSource): Lines {
  const nested = map.items.flatMap((pair) => {
    const { key } = keyOf(pair)
    return nestedMaps(pair.value, key, source).flatMap(({ name, map: inner }) => {
      const lines = [...keyLines(inner, source, key)]
      const first = lines.slice(0, 1).map(([, line]) => [name, line] as const)
      return [...first, ...lines.map(([innerKey, line]) => [`${name}.${innerKey}`, line] as const)]
    })
  })
  // A map that is the value of a key is found by that key.
  return new Map([...nested, ...keyLines(map, source, undefined)])
}

interface NestedMap {
  /** As zod's paths call it: `models`, `authors.0`. */
  readonly name: string
  readonly map: YAMLMap
}

function nestedMaps(value: unknown, name: string, { isMap, isSeq }: MapSource): readonly NestedMap[] {
  if (isMap(value)) return [{ name, map: value }]
  if (!isSeq(value)) return []
  return value.items.flatMap((item, index) => (isMap(item) ? [{ name: `${name}.${index}`, map: item }] : []))
}

function keyLines(map: YAMLMap, { path, lineCounter }: Source, outer: string | undefined): Lines {
  const lines = new Map<string, number>()
  for (const pair of map.items) {
    const { key, offset } = keyOf(pair)
    const { line } = lineCounter.linePos(offset)
    refuseKey({ key, outer, where: place(path, line) })
    if (lines.has(key)) {
      throw new ConfigurationError(`${place(path, line)}: "${key}" is already set on line ${lines.get(key)}; keep one`)
    }
    lines.set(key, line)
  }
  return lines
}

const ScalarKey = z.object({ value: z.string(), range: z.tuple([z.number(), z.number(), z.number()]) })

function keyOf(pair: Pair): { readonly key: string; readonly offset: number } {
  const key = ScalarKey.safeParse(pair.key)
  return key.success ? { key: key.data.value, offset: key.data.range[0] } : { key: '', offset: 0 }
}

const maximumFaultLength = 200

/** A parser's message may repeat a piece of the file. */
export function oneLine(message: string): string {
  return message.slice(0, maximumFaultLength).replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
}
