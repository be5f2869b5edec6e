import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The bundle that runs inside the sandbox; beside the program, from source and from dist alike. */
export const LAUNCHER_FILE = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'launcher', 'index.js')
