import { z } from 'zod'
import { Report } from '../types/report.js'

/** The JSON Schema of the report file, as published in report.schema.json. */
export function reportSchema(): object {
  return { title: 'model-stack-action report', ...z.toJSONSchema(Report) }
}
