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
  if (from.paths.length === 0) return new Set()
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
