import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Ajv from 'ajv'
import { Report } from '../../src/types/report.js'

const program = join(process.cwd(), 'dist', 'index.js')

describe('the demo of the built bundle', () => {
  it.each([
    ['codex', []],
    ['glm', ['--reviewers', 'glm']],
    ['openai-api', ['--reviewers', 'openai-api']],
  ])(
    'ends red with three blocking results by %s, writes its files, says that it was replayed, and leaves no run directory',
    (id, flags) => {
      const temporary = mkdtempSync(join('/var/tmp', 'model-stack-demo-test-'))
      spawnSync('chmod', ['755', temporary])
      const run = spawnSync(process.execPath, [program, 'demo', ...flags], {
        encoding: 'utf8',
        cwd: temporary,
        env: { ...process.env, TMPDIR: temporary, FORCE_COLOR: '' },
      })
      expect(run.stderr).not.toContain('not-evaluated')
      expect(run.status).toBe(1)
      expect(run.stdout).toMatch(/replayed/)
      expect(run.stdout).not.toContain('\u001b')
      const written = /Written: (\S+)/.exec(run.stdout)?.[1] ?? ''
      const files = dirname(written)
      const report = Report.parse(JSON.parse(readFileSync(join(files, 'report.json'), 'utf8')))
      expect(report).toMatchObject({ conclusion: 'fail', replayed: true, isolation: { proof: { unchanged: true } } })
      expect(report.results.map(({ blocking, evidence }) => [blocking, evidence.status])).toEqual(
        Array(3).fill([true, 'verified']),
      )
      expect(report.reviewers).toMatchObject([{ id, status: 'completed' }])
      expect(existsSync(join(files, 'job-summary.md'))).toBe(true)
      const schema = JSON.parse(readFileSync('test/fixtures/sarif-2.1.0.schema.json', 'utf8'))
      const validate = new Ajv({ strict: false, validateFormats: false }).compile({ ...schema, $schema: undefined })
      expect(validate(JSON.parse(readFileSync(join(files, 'results.sarif'), 'utf8')))).toBe(true)
      expect(readdirSync(temporary).filter((name) => name.startsWith('model-stack-run-'))).toEqual([])
      rmSync(temporary, { recursive: true, force: true })
    },
  )
})
