import Ajv from 'ajv'
import { parseReply, replySchema } from '../../src/review/parse-reply.js'
import { aFinding } from '../support/builders.js'
import { answer } from './world.js'

describe('parseReply', () => {
  it.each([
    ['bare', (text: string) => text],
    ['with white space around it', (text: string) => `\n ${text} \n`],
    ['in one Markdown fence', (text: string) => `\`\`\`json\n${text}\n\`\`\``],
    ['in a fence without a language', (text: string) => `\`\`\`\n${text}\n\`\`\``],
  ])('reads JSON %s', (_, wrap) => {
    expect(parseReply(wrap(answer(['a'], [aFinding()])))).toEqual({
      kind: 'reply',
      reply: { findings: [aFinding()], filesReviewed: ['a'], notVerified: [] },
      unreadable: [],
    })
  })

  it.each([
    ['prose', 'Looks good to me'],
    ['nothing', ''],
    ['JSON after prose', `Here: ${answer([])}`],
    ['two objects', `${answer([])}${answer([])}`],
    ['a cut-off object', answer([]).slice(0, -1)],
    ['a bomb of brackets', '['.repeat(2_000_000)],
    ['a nesting too deep inside valid JSON', `{"findings":${'['.repeat(70)}${']'.repeat(70)}}`],
    ['an answer without end', `"${'x'.repeat(4 * 1024 * 1024)}"`],
  ])('does not take %s for JSON', (_, text) => {
    expect(parseReply(text)).toMatchObject({ kind: 'unreadable', code: 'REPLY_NOT_JSON' })
  })

  it.each([
    ['a list', '[]'],
    ['null', 'null'],
    ['an empty object', '{}'],
    ['a missing list', '{"findings":[],"filesReviewed":[]}'],
    ['an unknown key', '{"findings":[],"filesReviewed":[],"notVerified":[],"verdict":"pass"}'],
    ['findings as an object', '{"findings":{},"filesReviewed":[],"notVerified":[]}'],
    ['numbers as paths', '{"findings":[],"filesReviewed":[1],"notVerified":[]}'],
    ['more findings than any review has', answer([], Array(501).fill({}))],
  ])('does not take %s for a review', (_, text) => {
    expect(parseReply(text)).toMatchObject({ kind: 'unreadable', code: 'REPLY_NOT_FINDINGS' })
  })

  it.each([
    ['an unknown rule', { ruleId: 'style' }],
    ['a rule that only our own code reports', { ruleId: 'policy' }],
    ['an unknown severity', { severity: 'HIGH' }],
    ['a fraction as a line', { startLine: 1.5 }],
    ['a text as a line', { startLine: '1' }],
    ['an unknown key', { verdict: 'pass' }],
    ['a null quote', { quote: null }],
    ['searches that are texts', { searches: ['rateLimit'] }],
    ['a search without its paths', { searches: [{ pattern: 'rateLimit' }] }],
  ])('sets a finding with %s aside with its text and keeps the others', (_, fault) => {
    const bad = { ...aFinding(), ...fault }
    const parsed = parseReply(answer(['a'], [bad, aFinding()]))
    expect(parsed).toMatchObject({ kind: 'reply', reply: { findings: [aFinding()] } })
    expect(parsed.kind === 'reply' && parsed.unreadable).toEqual([
      { raw: JSON.stringify(bad), reason: expect.stringContaining('could not be read') },
    ])
  })

  it('takes a finding without searches, as older prompts ask for it, for one that has none', () => {
    const { searches: _, ...older } = aFinding()
    expect(parseReply(answer(['a'], [older]))).toMatchObject({ reply: { findings: [aFinding()] }, unreadable: [] })
  })

  it('keeps the searches on which a claim of absence rests', () => {
    const finding = aFinding({ searches: [{ pattern: 'rateLimit', paths: ['src/**'] }] })
    expect(parseReply(answer(['a'], [finding]))).toMatchObject({ reply: { findings: [finding] } })
  })

  it('refuses a reply of too many values before they are checked one by one', () => {
    const reply = `{"findings":[],"filesReviewed":[],"notVerified":[${'1,'.repeat(100_001)}1]}`
    expect(parseReply(reply)).toMatchObject({ kind: 'unreadable', problem: 'it holds more than 100000 values' })
  })

  it('names a strange key in one short line', () => {
    const parsed = parseReply(`{"a\\n::error::${'k'.repeat(100_000)}":1}`)
    expect(parsed.kind === 'unreadable' && parsed.problem.length < 1_000 && !/\n/.test(parsed.problem)).toBe(true)
  })
})

describe('replySchema', () => {
  it('is valid draft-07 and accepts what the parser accepts, but asks for every field', () => {
    const validate = new Ajv({ strict: true }).compile(replySchema())
    expect(validate(JSON.parse(answer(['a'], [aFinding(), aFinding({ recommendation: null })])))).toBe(true)
    expect(validate(JSON.parse(answer(['a'], [{ ...aFinding(), extra: 1 }])))).toBe(false)
    expect(validate({ findings: [], filesReviewed: [] })).toBe(false)
    const { searches: _, ...older } = aFinding()
    expect(validate(JSON.parse(answer(['a'], [older])))).toBe(false)
  })

  it('stays inside the strict subset of the providers', () => {
    for (const node of nodesOf(replySchema())) {
      const keywords = [
        '$schema',
        'oneOf',
        'allOf',
        'not',
        'minLength',
        'maxLength',
        'pattern',
        'format',
        'minimum',
        'maximum',
        'minItems',
        'maxItems',
        'default',
      ]
      expect(Object.keys(node).filter((key) => keywords.includes(key))).toEqual([])
      if (node['anyOf'] !== undefined) expect(node['anyOf']).toEqual([expect.anything(), { type: 'null' }])
      if (node['type'] !== 'object') continue
      expect(node['additionalProperties']).toBe(false)
      expect(node['required']).toEqual(Object.keys(Object(node['properties'])))
    }
  })
})

/** Every schema object inside; names of properties are no schemas. */
function nodesOf(schema: object): readonly Readonly<Record<string, unknown>>[] {
  const node: Readonly<Record<string, unknown>> = { ...schema }
  const { properties, items, anyOf } = node
  const below = [...Object.values(Object(properties)), items, ...(Array.isArray(anyOf) ? anyOf : [])]
  return [node, ...below.flatMap((child) => (typeof child === 'object' && child !== null ? nodesOf(child) : []))]
}
