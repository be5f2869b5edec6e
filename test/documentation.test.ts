import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { parsePolicyFile } from '../src/policy/from-file.js'
import { relativeLinks } from './support/lint-markdown.js'

const roots = ['README.md', 'AGENTS.md', 'CHANGELOG.md', 'SECURITY.md', 'bench/README.md']
const docs = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .map((name) => posix.join('docs', name.replaceAll('\\', '/')))
  .filter((name) => name.endsWith('.md'))
const pages = [...roots, ...docs]
const readme = readFileSync('README.md', 'utf8')

function holdsTests(path: string): boolean {
  if (!existsSync(path)) return false
  if (!path.endsWith('/')) return path.endsWith('.test.ts')
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).some((name) => name.endsWith('.test.ts'))
}

function headings(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#{1,6} (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

describe('the documentation', () => {
  it.each(pages)('%s links only to files that exist', (page) => {
    const links = relativeLinks(readFileSync(page, 'utf8'))
    expect(links.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([])
  })

  it.each(pages)('%s links only to headings that exist', (page) => {
    const targets = [...readFileSync(page, 'utf8').matchAll(/\]\(([^()\s:]{0,300})#([^()\s]{1,300})\)/g)]
    const missing = targets.filter(([, file, fragment]) => {
      const target = file === undefined || file === '' ? page : join(dirname(page), file)
      return !headings(readFileSync(target, 'utf8')).includes(fragment ?? '')
    })
    expect(missing.map(([link]) => link)).toEqual([])
  })

  it('names both commands on the first screen of the README', () => {
    const firstScreen = readme.split('\n## ')[0]?.split('\n') ?? []
    expect(firstScreen).toContain('node dist/index.js demo')
    expect(firstScreen).toContain('npm cit')
    expect(firstScreen.length).toBeLessThan(50)
  })

  it('shows the job summary on the first screen of the README, light and dark, and says in words what is seen', () => {
    const firstScreen = readme.split('\n## ')[0] ?? ''
    const dark = /<source media="\(prefers-color-scheme: dark\)" srcset="([^"]{1,200})">/.exec(firstScreen)?.[1]
    const [, light, words] = /<img src="([^"]{1,200})" alt="([^"]{1,1000})">/.exec(firstScreen) ?? []
    expect([light, dark]).toEqual(['docs/images/job-summary.png', 'docs/images/job-summary-dark.png'])
    expect(words).toMatch(/results block this change.*replayed/)
  })

  it('holds only pictures that a page shows, small PNG files each', () => {
    const held = readdirSync('docs/images').map((name) => `docs/images/${name}`)
    expect(held.filter((path) => !readme.includes(`"${path}"`))).toEqual([])
    for (const path of held) {
      const picture = readFileSync(path)
      expect(picture.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n')
      expect(picture.length).toBeLessThan(200_000)
    }
  })

  it.each(['inputs', 'outputs'])('marks where the table of %s stands', (table) => {
    const lines = readme.split('\n')
    const start = lines.indexOf(`<!-- ${table} -->`)
    expect(start).toBeGreaterThan(0)
    expect(lines.indexOf(`<!-- /${table} -->`)).toBeGreaterThan(start)
  })

  it('shows only config files that are accepted', async () => {
    const shown = docs.concat('README.md').flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/^```yaml\n([\s\S]{1,20000}?)^```$/gm)]
        .map((match) => match[1] ?? '')
        .filter((text) => !/^(?:on|jobs|steps|name|permissions|- uses|- run):/m.test(text))
        .map((text) => ({ page, text })),
    )
    expect(shown.map(({ page }) => page)).toContain('docs/usage.md')
    for (const { page, text } of shown) {
      await expect(parsePolicyFile(text, page)).resolves.toHaveProperty('failOnSeverity')
    }
  })

  it('keeps a place for unreleased changes', () => {
    expect(readFileSync('CHANGELOG.md', 'utf8')).toMatch(/^## \[Unreleased\]$/m)
  })

  it('gives every decision a number of its own and the same three parts', () => {
    const decisions = docs.filter((page) => page.startsWith('docs/decisions/'))
    expect(decisions.map((page) => posix.basename(page).slice(0, 4))).toEqual(
      decisions.map((_page, index) => String(index + 1).padStart(4, '0')),
    )
    for (const page of decisions) {
      expect(readFileSync(page, 'utf8')).toMatch(/\n## Context\n[\s\S]*\n## Decision\n[\s\S]*\n## Consequences\n/)
    }
  })

  it('names in the threat model only tests that exist', () => {
    const threatModel = readFileSync('docs/threat-model.md', 'utf8')
    const named = [...threatModel.matchAll(/`(test\/[\w./-]{1,200})`/g)].map((match) => match[1] ?? '')
    expect(named.length).toBeGreaterThan(20)
    expect([...new Set(named)].filter((path) => !holdsTests(path))).toEqual([])
  })

  it('does not say that the models are independent', () => {
    expect(readme).toContain('measurably less correlated')
  })
})
