import { showInvisible } from '../../diff/invisible.js'
import { findDeceptive, nameAll, showDeceptive } from './deceptive.js'
import { foldText } from './fold-text.js'
import { findInjection } from './injection.js'
import type { ScannedText } from './scanned-text.js'
import type { Sighting } from './sighting.js'

/** Looks at texts one by one. Linear in their length. */
export interface Scan extends Pick<Sighting, 'rule' | 'title' | 'advice'> {
  /** Completes the sentence that `where` begins, without its full stop; undefined where there is nothing to tell. */
  look(text: ScannedText): string | undefined
}

const hiddenUnicode: Scan = {
  rule: 'hidden-unicode',
  title: 'Hidden or deceptive characters',
  advice: 'What a person sees here is not what a program reads; remove them, or make sure that they are meant.',
  look: (scanned) =>
    firstOf(linesOf(scanned), (line, index) => {
      const found = findDeceptive(line, { startsFile: scanned.startsFile && index === 0 })
      return found.length === 0 ? undefined : `holds ${nameAll(found)}: "${showDeceptive(line, found)}"`
    }),
}

const injection: Scan = {
  rule: 'injection',
  title: 'Text that gives orders to a reviewer or its tool',
  advice: 'It decides nothing in this review; a person should ask why it is there.',
  look: (scanned) =>
    firstOf(readingsOf(scanned), (line) => {
      const found = findInjection(line)
      return found === undefined ? undefined : `${found.says}: "${showInvisible(found.excerpt)}"`
    }),
}

const marker = /model-stack(?: ?[:-] ?| )(?:ignore|disable|suppress|skip|silence|allow|off|no-?lint)(?![a-z])/i
/** Other letters may fold to these. */
const mayHoldMarker = /model|[^\x00-\x7f]/i

const marked: Scan = {
  rule: 'policy',
  title: 'Suppression added in this change; it does not count',
  advice: 'Only the config file of the base branch suppresses results; remove the marker.',
  look: ({ text }) => {
    const found = mayHoldMarker.test(text) ? marker.exec(foldText(text)) : null
    return found === null ? undefined : `asks this tool to be silent ("${found[0]}"), which has no effect`
  },
}

/** What is looked for in added lines. */
export const lineScans: readonly Scan[] = [marked, hiddenUnicode, injection]
/** What is looked for in names, titles and messages. */
export const wordScans: readonly Scan[] = [hiddenUnicode, injection]

function linesOf({ kind, text }: ScannedText): readonly string[] {
  return kind === 'prose' ? text.split('\n') : [text]
}

/** A name is read in parts and with spaces, prose in lines and as a whole, so that a line break hides nothing. */
function readingsOf(scanned: ScannedText): readonly string[] {
  const { kind, text } = scanned
  switch (kind) {
    case 'line':
      return [text]
    case 'prose':
      return [...linesOf(scanned), text]
    case 'name':
      return [...text.split('/'), ...spaced(text).split('/'), spaced(text).replaceAll('/', ' ')]
  }
}

function spaced(name: string): string {
  return name.replaceAll(/[_-]/g, ' ')
}

function firstOf(texts: readonly string[], look: (text: string, index: number) => string | undefined) {
  for (const [index, text] of texts.entries()) {
    const seen = look(text, index)
    if (seen !== undefined) return seen
  }
  return undefined
}
