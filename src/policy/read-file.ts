import { ConfigurationError } from '../errors.js'
import type { Git } from '../host/host.js'
import type { Sha } from '../types/change.js'
import type { PolicyInputs } from '../types/policy.js'
import { parsePolicyFile } from './from-file.js'
import { nothingSet } from './load.js'
import { defaultConfigFile } from './read-options.js'

const MAX_FILE_BYTES = 256 * 1024

/** The config file at the tip of the base branch. A missing one is fine only where nobody asked for it by name. */
export async function readPolicyFile(git: Git, base: Sha, path: string): Promise<PolicyInputs> {
  const entry = (await git.read(['ls-tree', '-z', '--full-tree', base, '--', `:(literal)${path}`])).toString()
  const found = /^(\d{6}) (\w+) ([0-9a-f]+)\t/.exec(entry)
  if (found === null) {
    if (path === defaultConfigFile) return nothingSet
    throw new ConfigurationError(
      `config-file: "${path}" does not exist at the base ${base.slice(0, 12)}. Merge it there first: policy is read from the base branch, never from the change.`,
    )
  }
  const [, mode, , blob = ''] = found
  if (mode !== '100644' && mode !== '100755')
    throw new ConfigurationError(
      `config-file: "${path}" is not a regular file at the base ${base.slice(0, 12)}. Make it one.`,
    )
  return parsePolicyFile(await readText(git, blob, path), path)
}

async function readText(git: Git, blob: string, path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(
      await git.read(['cat-file', 'blob', blob], { maxBytes: MAX_FILE_BYTES }),
    )
  } catch (error) {
    throw new ConfigurationError(
      `config-file: "${path}" cannot be read as UTF-8 text of at most ${MAX_FILE_BYTES} bytes.`,
      { cause: error },
    )
  }
}
