import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'

/** Writes the whole file or, on a full disk or when we are killed, nothing that anybody could take for it. */
export function writeWholeFile(file: string, text: string): void {
  // A device or a pipe that somebody named must not be replaced by a file.
  if (!isReplaceable(file)) {
    writeFileSync(file, text)
    return
  }
  const part = `${file}.${process.pid}.part`
  try {
    writeFileSync(part, text)
    renameSync(part, file)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

function isReplaceable(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? true
}
