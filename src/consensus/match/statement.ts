import type { Region } from '../../types/result.js'
import type { RuleId } from '../../types/rule.js'
import { compareText } from '../../types/text-order.js'

/** One wording of a defect, as far as matching looks at it. */
export interface Statement {
  readonly path: string
  readonly side: 'new' | 'old'
  readonly region: Region
  readonly ruleId: RuleId
  readonly title: string
  readonly message: string
  readonly quote: string
  readonly reviewer: string
  readonly related: readonly { readonly path: string; readonly region: Region }[]
}

/** Orders statements of one file by place, then by everything that is compared, by code units: the same on every machine and for every input order. */
export function byPlace(a: Statement, b: Statement): number {
  return (
    a.region.startLine - b.region.startLine ||
    a.region.endLine - b.region.endLine ||
    compareText(a.side, b.side) ||
    compareText(a.title, b.title) ||
    compareText(a.message, b.message) ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.quote, b.quote) ||
    compareText(a.reviewer, b.reviewer)
  )
}
