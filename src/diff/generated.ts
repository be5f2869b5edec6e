import { join } from 'node:path'
import type { Git } from '../host/host.js'
import type { Sha } from '../types/change.js'
import { objectId } from './read.js'

/**
 * Which of the paths the attributes in the base tree call generated (`linguist-generated`, alone or `=true`).
 * `scratch` is a private directory; a temporary index is written there, because older git (below 2.40) can read the
 * attributes of a tree in no other way.
 */
export async function readGenerated(
  git: Git,
  base: Sha,
  from: { readonly paths: readonly string[]; readonly scratch: string },
): Promise<Set<string>> {
  if (from.paths.length === 0 || !(await hasAttributes(git, base, from.paths))) return new Set()
  const env = { GIT_INDEX_FILE: join(from.scratch, 'attributes.index') }
  // attr.tree: newer git prefers the attributes of HEAD to those of the index in a bare repository.
  const settings = ['core.attributesFile=/dev/null', 'core.sparseCheckout=false', `attr.tree=${objectId(base)}`]
  const options = ['--no-replace-objects', ...settings.flatMap((setting) => ['-c', setting])]
  await git.read([...options, 'read-tree', base], { env })
  const output = await git.read([...options, 'check-attr', '--cached', '--stdin', '-z', 'linguist-generated'], {
    env,
    input: from.paths.map((path) => `${path}\0`).join(''),
  })
  return parseAttributes(output)
}

/** Whether a directory of the base tree that leads to one of the paths has attributes at all; most trees have none. */
async function hasAttributes(git: Git, base: Sha, paths: readonly string[]): Promise<boolean> {
  const directories = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1)))
  for (const directory of directories) {
    // One name a line; a set hands on what is added to it meanwhile.
    if (directory.includes('\n')) return true
    if (directory !== '') directories.add(directory.slice(0, directory.lastIndexOf('/', directory.length - 2) + 1))
  }
  const input = [...directories].map((directory) => `${objectId(base)}:${directory}.gitattributes\n`).join('')
  const answers = await git.read(['--no-replace-objects', 'cat-file', '--batch-check'], { input })
  const lines = answers.toString('utf8').split('\n')
  return lines.some((answer) => answer !== '' && !answer.endsWith(' missing'))
}

/** Fields come in threes: path, attribute, value. */
function parseAttributes(output: Buffer): Set<string> {
  const fields = output.toString('utf8').split('\0')
  const generated = new Set<string>()
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const [path, , value] = fields.slice(at, at + 3)
    if (path !== undefined && (value === 'set' || value === 'true')) generated.add(path)
  }
  return generated
}
