import type { EncodedSarif } from '../encode-sarif.js'

/** GitHub refuses a larger gzip file (docs: sarif-support, "10 MB"; read in the smaller way). */
const MAX_GZIP_BYTES = 10_000_000

/** Compresses a SARIF file, given whole or in pieces. */
export type Encode = (sarif: string | Iterable<string>) => Promise<EncodedSarif>

/** A SARIF file whose results come worst first, so that its size can be cut. */
export interface SarifSource {
  readonly resultCount: number
  /** The file with the worst `count` results. */
  readonly make: (count: number) => string | Iterable<string>
}

export type FittedSarif =
  | { readonly kind: 'fits'; readonly base64: string; readonly kept: number }
  | { readonly kind: 'too-large'; readonly gzipBytes: number }

/** Halves the number of results until the file is within GitHub's limit; what stays is the worst. */
export async function fitSarif(
  source: SarifSource,
  encode: Encode,
  maxGzipBytes: number = MAX_GZIP_BYTES,
): Promise<FittedSarif> {
  for (let kept = source.resultCount; ; kept = Math.floor(kept / 2)) {
    const { base64, gzipBytes } = await encode(source.make(kept))
    if (gzipBytes <= maxGzipBytes) return { kind: 'fits', base64, kept }
    if (kept === 0) return { kind: 'too-large', gzipBytes }
  }
}
