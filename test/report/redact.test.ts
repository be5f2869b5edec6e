import { makeRedactor, redactReport } from '../../src/report/redact.js'
import { aReport, aResult } from '../support/builders.js'

// Joined at run time, so that no scanner takes them for live keys.
const modelKey = ['sk', 'FAKE-model-7Qm2Zx9LrT4vB8nKc1Wd'].join('-')
const glmKey = ['4fAKE00glm1122334455667788990011', 'FAKEglmSECRETpart01'].join('.')
const runtimeToken = 'FAKE-actions-runtime-5f2b8c7d9e'
const oldToken = ['ghs', 'FAKEfakeFAKEfakeFAKEfakeFAKEfake0001'].join('_')
const secrets = [modelKey, glmKey, runtimeToken]

const reverse = (text: string) => [...text].reverse().join('')
const hex = (text: string) => Buffer.from(text).toString('hex')
const base64 = (text: string) => Buffer.from(text).toString('base64')

describe.each(secrets)('a known secret (%#)', (secret) => {
  const redact = makeRedactor(secrets)

  it.each([
    ['itself', secret, secret.slice(3, 15)],
    ['base64', base64(secret), base64(secret).slice(4, 20)],
    ['base64 after one byte', base64(`x${secret}`), base64(`x${secret}`).slice(8, 24)],
    ['base64 after two bytes', base64(`xy${secret}`), base64(`xy${secret}`).slice(8, 24)],
    ['base64url', Buffer.from(secret).toString('base64url'), Buffer.from(secret).toString('base64url').slice(4, 20)],
    ['hex', hex(secret), hex(secret).slice(0, 12)],
    ['upper-case hex', hex(secret).toUpperCase(), hex(secret).toUpperCase().slice(6, 20)],
    ['percent encoding', hex(secret).replace(/../g, '%$&'), hex(secret).replace(/../g, '%$&').slice(0, 36)],
    ['reversed', reverse(secret), reverse(secret).slice(0, 12)],
    ['the tail', secret.slice(7), secret.slice(-12)],
    ['split by markup', secret.replace(/(.{4})/g, '$1**\u200b '), secret.slice(0, 4)],
    ['mixed-case hex', hex(secret).replace(/a/g, 'A'), hex(secret).slice(4, 20)],
    ['entities', [...secret].map((c) => `&#${c.charCodeAt(0)};`).join(''), '&#'],
    ['tags', [...secret].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join(''), '\u{e0046}'],
    ['split by what the sinks strip', [...secret].join('\u001b[1m\u3164'), '\u3164'],
    ['escapes', [...secret].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''), '\\u'],
  ])('is hidden as %s', (_name, encoded, piece) => {
    const text = redact(`before ${encoded} after`)
    expect(text).toContain('[redacted]')
    expect(text).not.toContain(piece)
    expect(text).toMatch(/^before /)
    expect(text).toMatch(/ after$/)
  })
})

describe('the redactor', () => {
  it('hides keys that it was not told of', () => {
    const redact = makeRedactor([])
    const unknown = [
      oldToken,
      ['AKIA', 'ABCDEFGHIJKLMNOP'].join(''),
      ['ghp', 'a'.repeat(36)].join('_'),
      ['xoxb', '1234567890-abc'].join('-'),
    ]
    for (const key of unknown) expect(redact(`see ${key} here`)).toBe('see [redacted] here')
  })

  it('hides a key that it was not told of also when a sink would put it together', () => {
    expect(makeRedactor([])(`see ${oldToken.replace('F', 'F\u200b').replace('k', '\u001b[0mk')} here`)).toBe(
      'see [redacted] here',
    )
  })

  it('hides what is spread over the fields of a report, and keeps the rest of them', () => {
    const results = [modelKey.slice(0, 11), modelKey.slice(11, 22), modelKey.slice(22)].map((piece) =>
      aResult({ title: `${piece}` }),
    )
    const redacted = redactReport(aReport({ results }), makeRedactor(secrets))
    expect(redacted.results.map(({ title }) => title)).toEqual(['[redacted]', '[redacted]', '[redacted]'])
    expect(redacted.results[0]?.message).toBe(aResult().message)
  })

  it('leaves other text alone, and values too short to be secrets', () => {
    const redact = makeRedactor([...secrets, '', 'abc'])
    const text = 'The abc task-list at src/total.ts stops one item early; commit 8f2c1a9b7d3e5f60.'
    expect(redact(text)).toBe(text)
  })

  it('hides a short secret as a whole', () => {
    expect(makeRedactor(['hunter2!'])('pass hunter2! on')).toBe('pass [redacted] on')
  })

  it('redacts every free text of a report and keeps it a report', () => {
    const report = aReport({
      reasons: [{ kind: 'no-blocking-results', message: modelKey }],
      results: [
        aResult({
          title: modelKey,
          message: base64(modelKey),
          quote: hex(modelKey),
          assumptions: [glmKey],
          path: `src/${modelKey}`,
        }),
      ],
      rejected: [{ reviewer: 'codex', reason: 'not JSON', raw: runtimeToken }],
    })
    const text = JSON.stringify(redactReport(report, makeRedactor(secrets)))
    for (const leak of [modelKey, glmKey, runtimeToken, base64(modelKey), hex(modelKey)])
      expect(text).not.toContain(leak)
    expect(redactReport(aReport(), makeRedactor(secrets))).toEqual(aReport())
  })
})
