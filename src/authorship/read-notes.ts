import type { Commits } from '../trigger/resolve.js'
import type { Sha } from '../types/change.js'

const NOTES_REF = 'refs/notes/ai'
const PRIVATE_REF = 'refs/model-stack/notes'
/** A larger note is left out. A whole change's notes must fit into what git may print. */
const MAX_NOTE_BYTES = 256 * 1024
const MAX_NOTES_BYTES = 8 * 1024 * 1024

/**
 * The texts of `refs/notes/ai` for these commits, from the checkout or else from its origin. Notes are a courtesy of
 * whoever wrote the code: where they cannot be read there are none, and the author stays as unknown as without them.
 */
export async function readNotes(commits: Commits, shas: readonly Sha[]): Promise<ReadonlyMap<Sha, string>> {
  // Without paths git would list the notes of all commits.
  if (shas.length === 0) return new Map()
  try {
    const tip = (await commits.resolveRef(NOTES_REF)) ?? (await fetchTip(commits))
    if (tip === undefined) return new Map()
    return await readBlobs(commits, await findBlobs(commits, tip, shas))
  } catch {
    return new Map()
  }
}

async function fetchTip(commits: Commits): Promise<Sha> {
  await commits.fetch([`+${NOTES_REF}:${PRIVATE_REF}`], ['--depth=1'])
  return (await commits.git.read(['rev-parse', '--verify', '--quiet', `${PRIVATE_REF}^{commit}`])).toString().trim()
}

/** Commit → blob. git spreads many notes over directories named after the first digits of the commit. */
async function findBlobs({ git }: Commits, tip: Sha, shas: readonly Sha[]): Promise<ReadonlyMap<Sha, string>> {
  const paths = shas.flatMap((sha) => [sha, spread(sha, 1), spread(sha, 2)])
  const output = await git.read(['ls-tree', '-z', '--long', '--full-tree', tip, '--', ...paths])
  const found = new Map<Sha, string>()
  for (const entry of output.toString().split('\0')) {
    const match = /^100644 blob ([0-9a-f]+) +(\d+)\t([0-9a-f/]+)$/.exec(entry)
    if (match === null || Number(match[2]) > MAX_NOTE_BYTES) continue
    found.set((match[3] ?? '').replaceAll('/', ''), match[1] ?? '')
  }
  return found
}

/** `abcdef…` → `ab/cdef…`, `ab/cd/ef…` */
function spread(sha: Sha, levels: 1 | 2): string {
  const first = Array.from({ length: levels }, (_, level) => sha.slice(2 * level, 2 * level + 2))
  return [...first, sha.slice(2 * levels)].join('/')
}

async function readBlobs({ git }: Commits, blobs: ReadonlyMap<Sha, string>): Promise<ReadonlyMap<Sha, string>> {
  if (blobs.size === 0) return new Map()
  const input = [...blobs.values()].map((blob) => `${blob}\n`).join('')
  const output = await git.read(['cat-file', '--batch'], { input, maxBytes: MAX_NOTES_BYTES })
  const notes = new Map<Sha, string>()
  let offset = 0
  for (const sha of blobs.keys()) {
    const end = output.indexOf('\n', offset)
    const size = Number(/^[0-9a-f]+ blob (\d+)$/.exec(output.toString('latin1', offset, end))?.[1])
    if (end < 0 || Number.isNaN(size)) break
    notes.set(sha, output.toString('utf8', end + 1, end + 1 + size))
    // A newline follows each object.
    offset = end + size + 2
  }
  return notes
}
