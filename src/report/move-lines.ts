import type { LineMap } from '../diff/line-map.js'
import type { Report } from '../types/report.js'
import type { Result } from '../types/result.js'

/** The report with its places as they are in another commit; what is about removed code keeps the old side's lines. */
export function moveLines(report: Report, map: LineMap): Report {
  return { ...report, results: report.results.map((result) => moveResult(result, map)) }
}

function moveResult(result: Result, map: LineMap): Result {
  const related = result.related.map((location) => ({ ...location, ...moved(location, map) }))
  return result.side === 'old' ? { ...result, related } : { ...result, ...moved(result, map), related }
}

function moved({ path, region }: Pick<Result, 'path' | 'region'>, map: LineMap): Pick<Result, 'path' | 'region'> {
  const start = map(path, region.startLine)
  const end = map(path, region.endLine)
  return { path: start.path, region: { startLine: start.line, endLine: Math.max(start.line, end.line) } }
}
