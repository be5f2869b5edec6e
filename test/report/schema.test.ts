import { readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020'
import { reportSchema } from '../../src/report/schema.js'
import { aDismissedResult, aReport, aResult } from '../support/builders.js'

describe('the published report schema', () => {
  it('is the one that the code makes', () => {
    const published: unknown = JSON.parse(readFileSync(new URL('../../report.schema.json', import.meta.url), 'utf8'))
    expect(published).toEqual(reportSchema())
  })

  it('accepts a report and refuses an unknown field', () => {
    const validate = new Ajv2020({ strict: false }).compile(reportSchema())
    expect(validate(aReport({ results: [aResult()], dismissed: [aDismissedResult()] }))).toBe(true)
    expect(validate({ ...aReport(), extra: 1 })).toBe(false)
  })
})
