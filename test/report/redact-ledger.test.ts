import { makeRedactor, redactReport } from '../../src/report/redact.js'
import { aReport } from '../support/builders.js'

const secret = 'correct-horse-battery-staple'
const report = aReport({
  coverage: {
    ...aReport().coverage,
    neutralised: [{ path: `a/${secret}`, snapshotPath: `b/${secret}`, reason: 'symlink', target: `c/${secret}` }],
    notInSnapshot: [{ path: `d/${secret}`, reason: secret }],
  },
  egress: {
    hosts: [{ host: `${secret}.example`, requests: 1, refused: 0, bytesSent: 2, bytesReceived: 3 }],
    files: [`e/${secret}`],
    filesComplete: true,
  },
})

describe('redaction of the ledger', () => {
  it('reaches hosts, files, snapshot names and link targets', () => {
    expect(JSON.stringify(redactReport(report, makeRedactor([secret])))).not.toContain(secret)
  })

  it('leaves the closed words for neutralised files alone, even where a secret is such a word', () => {
    const redacted = redactReport(report, makeRedactor(['symlink']))
    expect(redacted.coverage.neutralised[0]?.reason).toBe('symlink')
  })
})
