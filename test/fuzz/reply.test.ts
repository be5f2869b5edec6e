import fc from 'fast-check'
import { parseReply } from '../../src/review/parse-reply.js'
import { ReviewReply } from '../../src/types/finding.js'
import { aFinding } from '../support/builders.js'
import { hostileJson, hostileText, seed } from './support/arbitraries.js'

const keys = ['findings', 'filesReviewed', 'notVerified', ...Object.keys(aFinding())]

/** A finding with hostile words, of which some fields are replaced by anything at all. */
const findingJson = fc
  .record({
    text: hostileText(6),
    line: fc.integer(),
    spoiled: fc.option(fc.tuple(fc.constantFrom(...keys, '__proto__'), hostileJson(keys)), { freq: 2 }),
  })
  .map(({ text, line, spoiled }) => {
    const finding = aFinding({ title: text, message: text, path: text, quote: text, startLine: line })
    const body = JSON.stringify(finding).slice(1, -1)
    // Written twice where the name is known: the last one counts.
    return spoiled === null ? `{${body}}` : `{${body},${JSON.stringify(spoiled[0])}:${spoiled[1]}}`
  })

const replyJson = fc
  .tuple(fc.array(findingJson, { maxLength: 4 }), fc.array(hostileText(4), { maxLength: 3 }))
  .map(
    ([findings, files]) =>
      `{"findings":[${findings.join(',')}],"filesReviewed":${JSON.stringify(files)},"notVerified":[]}`,
  )

const wrapped = fc
  .tuple(
    replyJson,
    fc.constantFrom(
      '%',
      '```json\n%\n```',
      '```\n%\n```',
      ' \n%\n ',
      'Here: %',
      '% Done.',
      '%%',
      '```%```',
      '```json\n%',
    ),
  )
  .map(([json, shape]) => shape.replaceAll('%', () => json))

const anyReply = fc.oneof(hostileText(), hostileJson(keys), replyJson, wrapped, fc.string({ unit: 'binary' }))

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

describe('any reply of a model', () => {
  it('is either a reply that fits the schema or a reason in one short line, and the same each time', () => {
    fc.assert(
      fc.property(anyReply, (text) => {
        const parsed = parseReply(text)
        expect(parseReply(text)).toEqual(parsed)
        if (parsed.kind === 'reply') {
          expect(ReviewReply.parse(parsed.reply)).toEqual(parsed.reply)
          for (const { reason, raw } of parsed.unreadable) {
            expect(reason.length).toBeLessThan(2_000)
            expect(reason).not.toMatch(/[\r\n\u2028\u2029\u001b]/)
            expect(raw.length).toBeLessThanOrEqual(2_000)
          }
        } else {
          expect(parsed.problem.length).toBeLessThan(2_000)
          expect(parsed.problem).not.toMatch(/[\r\n\u2028\u2029\u001b]/)
        }
      }),
      { seed, numRuns: 2_000 },
    )
  })

  it('is never changed: every accepted string stood in it', () => {
    fc.assert(
      fc.property(wrapped, (text) => {
        const parsed = parseReply(text)
        if (parsed.kind !== 'reply') return
        const body = text.trim().replace(/^```[^\n]*\n|```$/g, '')
        const said = new Set(stringsIn(JSON.parse(body)))
        for (const string of stringsIn(parsed.reply)) expect(said).toContain(string)
      }),
      { seed, numRuns: 500 },
    )
  })

  it('loses no finding: each is accepted or kept with its reason', () => {
    fc.assert(
      fc.property(fc.array(findingJson, { maxLength: 8 }), (findings) => {
        const parsed = parseReply(`{"findings":[${findings.join(',')}],"filesReviewed":[],"notVerified":[]}`)
        if (parsed.kind === 'unreadable') expect(parsed.problem).toContain('nests deeper')
        else expect(parsed.reply.findings.length + parsed.unreadable.length).toBe(findings.length)
      }),
      { seed, numRuns: 500 },
    )
  })

  it('reaches no prototype', () => {
    fc.assert(
      fc.property(replyJson, hostileJson(keys), (reply, value) => {
        parseReply(`${reply.slice(0, -1)},"__proto__":${value},"constructor":{"prototype":${value}}}`)
        expect(Object.keys(Object.prototype)).toEqual([])
        expect(Object.keys(Array.prototype)).toEqual([])
        expect(({} as Record<string, unknown>)['findings']).toBeUndefined()
      }),
      { seed, numRuns: 300 },
    )
  })

  it.each(['[', '{"a":', '[{"findings":['])('is refused before it is unpacked when it nests in %j', (opening) => {
    fc.assert(
      fc.property(fc.integer({ min: 65, max: 50_000 }), (depth) => {
        expect(parseReply(opening.repeat(depth))).toMatchObject({ kind: 'unreadable', code: 'REPLY_NOT_JSON' })
      }),
      { seed, numRuns: 20 },
    )
  })

  it('is accepted in one fence and refused with prose around it', () => {
    fc.assert(
      fc.property(replyJson, (json) => {
        expect(parseReply(`\`\`\`json\n${json}\n\`\`\``)).toEqual(parseReply(json))
        expect(parseReply(`Here it is: ${json}`)).toMatchObject({ code: 'REPLY_NOT_JSON' })
        expect(parseReply(`${json}\n${json}`)).toMatchObject({ code: 'REPLY_NOT_JSON' })
      }),
      { seed, numRuns: 200 },
    )
  })
})
