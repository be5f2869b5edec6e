import type { Result } from '../types/result.js'
import { stripControls } from './escape.js'

const MOST_LINES = 20
const MOST_CHARACTERS = 2_000

/**
 * The recommendation's own `suggestion` block, only when it is certain to apply: it replaces whole lines of the new side
 * that were quoted exactly, and holds nothing that could end the block or that nobody sees.
 */
export function suggestionBlock(result: Result): string | undefined {
  const { recommendation, evidence, side, quote, region } = result
  if (recommendation === null || side !== 'new') return undefined
  // A detail says that something had to be cleaned, moved or cut: then the lines may be others than the model meant.
  if (evidence.status !== 'verified' || evidence.detail !== null) return undefined
  if (quote.split('\n').length !== region.endLine - region.startLine + 1) return undefined
  const code = onlySuggestion(recommendation)
  if (code === undefined || code.trim() === quote.trim()) return undefined
  return `\`\`\`suggestion\n${code}\n\`\`\``
}

function onlySuggestion(recommendation: string): string | undefined {
  const lines = recommendation.replaceAll('\r\n', '\n').split('\n')
  const fences = lines.flatMap((line, index) => (line.includes('```') ? [index] : []))
  const [open, close] = fences
  if (fences.length !== 2 || open === undefined || close === undefined) return undefined
  if (lines[open] !== '```suggestion' || lines[close] !== '```') return undefined
  const inside = lines.slice(open + 1, close)
  const code = inside.join('\n')
  const plain = code.length <= MOST_CHARACTERS && inside.length <= MOST_LINES && stripControls(code) === code
  return plain && code.trim() !== '' ? code : undefined
}
