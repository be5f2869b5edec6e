import { ConfigurationError, ReviewerError } from '../../errors.js'
import type { Tool, ToolPackage } from '../../types/reviewer.js'
import { DownloadError } from '../http.js'
import { systemCodeOf } from './system-error.js'

const noSpaceCodes: readonly string[] = ['ENOSPC', 'EDQUOT']

/** What a failed installation means to the user; errors that say it already, and our own bugs, are left as they are. */
export function toInstallError(error: unknown, context: { readonly tool: Tool; readonly directory: string }): unknown {
  if (error instanceof ReviewerError || error instanceof ConfigurationError) return error
  const { tool, directory } = context
  if (error instanceof DownloadError) {
    const ways = 'set the input `registry` to a registry that has it, or `cli-path` to an installed CLI'
    return failed(`${tool.name} ${tool.version} could not be downloaded: ${error.message}; ${ways}`, error)
  }
  const code = systemCodeOf(error)
  if (code === undefined) return error
  if (noSpaceCodes.includes(code)) {
    const ways = 'or set the input `cli-path` to an installed CLI'
    return failed(
      `No space left in ${directory} for ${tool.name} ${tool.version}: free ${neededMegabytes} MB ${ways}`,
      error,
    )
  }
  return failed(`${tool.name} ${tool.version} could not be installed in ${directory}: ${code}`, error)
}

/** Bytes came that are not those of the pin. */
export function mismatch(pin: ToolPackage, why: string, cause?: unknown): ReviewerError {
  const message = `the tarball of ${pin.package}@${pin.version} is not the pinned one: ${why}; nothing of it was run, set the input \`registry\` to another registry`
  return new ReviewerError('INTEGRITY', message, { cause })
}

/** The largest pinned package, for Windows, keeps 497 MB. */
const neededMegabytes = 600

function failed(message: string, cause: unknown): ReviewerError {
  return new ReviewerError('INSTALL_FAILED', message, { cause })
}
