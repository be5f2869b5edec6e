import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** git's names for the hashes that its objects can have. */
export type ObjectFormat = 'sha1' | 'sha256'

/**
 * Writes an empty bare repository, as `git init --bare` makes one without a template, in the layout of
 * gitrepository-layout(5). No process has to be started for it, and no configuration of the machine has a say.
 */
export function writeBareRepository(directory: string, format: ObjectFormat): void {
  for (const below of [['objects', 'info'], ['objects', 'pack'], ['refs']])
    mkdirSync(join(directory, ...below), { recursive: true })
  writeFileSync(join(directory, 'HEAD'), 'ref: refs/heads/main\n')
  writeFileSync(join(directory, 'config'), configs[format])
}

const configs: Readonly<Record<ObjectFormat, string>> = {
  sha1: '[core]\n\trepositoryformatversion = 0\n\tbare = true\n',
  sha256: '[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectformat = sha256\n',
}
