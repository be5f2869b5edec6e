import { readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020'
import fc from 'fast-check'
import { sarifText, toSarif } from '../../src/report/sarif.js'
import type { Report } from '../../src/types/report.js'
import { aDismissedResult, aReport, aResult, aReviewerReport } from '../support/builders.js'
import { hostilePath, hostileText, seed } from './support/arbitraries.js'

const schema: object = JSON.parse(readFileSync(new URL('../fixtures/sarif-2.1.0.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema)

const line = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })
const hostileResult = fc
  .record({
    text: hostileText(),
    path: hostilePath(),
    line,
    status: fc.constantFrom('verified', 'unverified', 'ambiguous'),
    side: fc.constantFrom('new', 'old'),
  })
  .map(({ text, path, line: at, status, side }) =>
    aResult({
      ...{
        title: text,
        message: text,
        recommendation: text,
        quote: text,
        path,
        side,
        region: { startLine: at, endLine: at },
      },
      evidence: { status, detail: text },
      related: [{ path, region: { startLine: at, endLine: at }, quote: text }],
      reviewers: ['codex'],
      suppression: text.length % 2 ? null : { kind: 'config', reason: text, owner: text, expires: text },
    }),
  )
const hostileReport = fc.tuple(fc.array(hostileResult, { maxLength: 4 }), hostileText(), hostilePath()).map(
  ([results, text, path]): Report =>
    aReport({
      conclusion: 'fail',
      reasons: [{ kind: 'coverage', message: text }],
      results,
      dismissed: [aDismissedResult({ title: text, why: text, path })],
      rejected: [{ reviewer: text, reason: text, raw: text }],
      reviewers: [
        aReviewerReport({ id: text, model: text, status: 'failed', error: { code: 'QUOTA', message: text } }),
      ],
      override: { by: text, reason: text, at: text, head: text },
    }),
)

function urisIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'uri' && typeof item === 'string' ? [item] : urisIn(item),
  )
}

function messagesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'text' && typeof item === 'string' ? [item] : messagesIn(item),
  )
}

describe('the SARIF file of any report', () => {
  it('fits the schema', () => {
    fc.assert(
      fc.property(hostileReport, hostileText(), (report, category) => {
        const valid = validate(JSON.parse(sarifText(report, { category })))
        expect(validate.errors ?? []).toEqual([])
        expect(valid).toBe(true)
      }),
      { seed, numRuns: 150 },
    )
  })

  it('names places below the repository only, percent-encoded', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const { runs } = toSarif(report, { category: 'c' })
        for (const uri of urisIn(runs[0]?.results)) {
          expect(uri).toMatch(/^(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})+(?:\/(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})+)*$/)
          const base = 'https://h.example/root/'
          for (const decoded of [uri, decodeURIComponent(uri)]) {
            expect(new URL(encodeURI(decoded).replace(/%25/g, '%'), base).href).toMatch(
              /^https:\/\/h\.example\/root\/./,
            )
          }
        }
      }),
      { seed, numRuns: 300 },
    )
  })

  it('names no path outside the change', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const { runs } = toSarif(report, { category: 'c', paths: new Set(['src/only.ts']) })
        const primary = runs[0]?.results?.map((result) => urisIn(result.locations)) ?? []
        expect(primary.flat().filter((uri) => uri !== 'src/only.ts')).toEqual([])
      }),
      { seed, numRuns: 100 },
    )
  })

  it('holds no link, control or hidden character in a message', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        for (const text of messagesIn(toSarif(report, { category: 'c' }).runs[0]?.results)) {
          expect(text).not.toMatch(/\]\(/)
          expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\p{Default_Ignorable_Code_Point}\p{Cs}]/u)
        }
      }),
      { seed, numRuns: 200 },
    )
  })
})
