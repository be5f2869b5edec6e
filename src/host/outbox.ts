import type { CellRequest } from '../review/run.js'
import { makeSentText, type SentFiles, type SentText, sentFiles } from './key-proxy/sent-text.js'
import { readSnapshotLines } from './snapshot-lines.js'

/** What the cells of one review have sent together, so that the snapshot is compared with it once and not by each. */
export interface Outbox {
  readonly sent: SentText
  /** Counts a cell in; what it gives back counts it out. */
  enter(): Leave
}

/**
 * Counts the cell out, which sends nothing more. The last of all compares the snapshot in that directory with what all
 * have sent; the others name no file.
 */
export type Leave = (snapshot: string) => Promise<SentFiles>

const outboxes = new WeakMap<CellRequest, Outbox>()

/** The outbox of a review: cells that are opened by one and the same request share it. */
export function outboxOf(request: CellRequest): Outbox {
  const outbox = outboxes.get(request) ?? makeOutbox()
  outboxes.set(request, outbox)
  return outbox
}

function makeOutbox(): Outbox {
  const sent = makeSentText()
  let open = 0
  const enter = (): Leave => {
    let compared: Promise<SentFiles> | undefined
    open += 1
    return (snapshot) => {
      if (compared !== undefined) return compared
      open -= 1
      compared = open === 0 ? compare(sent, snapshot) : Promise.resolve({ files: [], complete: true })
      return compared
    }
  }
  return { sent, enter }
}

async function compare(sent: SentText, directory: string): Promise<SentFiles> {
  const snapshot = readSnapshotLines(directory)
  const { files, complete } = await sentFiles(sent, snapshot.files)
  return { files, complete: complete && snapshot.complete() }
}
