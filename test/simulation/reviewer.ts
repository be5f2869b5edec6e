import type { Finding } from '../../src/types/finding.js'
import { regionOf, render, type SourceFile } from './code.js'
import { type DefectTemplate, type Names, siteTemplates } from './defects.js'
import type { Random } from './random.js'

/** A planted defect. */
export interface Defect {
  readonly id: number
  readonly site: number
  readonly names: Names
  readonly template: DefectTemplate
}

/** What a reviewer says, and the defect that it means; undefined: it made it up. */
export interface Claim {
  readonly finding: Finding
  readonly defect: number | undefined
}

const shares = { possible: 0.02, otherRule: 0.3, drifted: 0.4, otherPath: 0.1 } as const

/** Says a defect in one of its ways: other words, rule, severity, lines and quote than the last time. */
export function say(defect: Defect, file: SourceFile, random: Random): Claim {
  const { template, names, id } = defect
  const [title, message] = random.pick(template.wordings(names))
  const { start, end } = quotedLines(defect, file, random)
  const drift = random.chance(shares.drifted) ? random.below(9) - 4 : 0
  const startLine = Math.max(1, start + drift)
  const [usual] = template.rules
  const finding = {
    ruleId: random.chance(shares.otherRule) || usual === undefined ? random.pick(template.rules) : usual,
    severity: random.pick(template.severities),
    confidence: random.chance(shares.possible) ? 'possible' : random.pick(['certain', 'likely'] as const),
    path: random.chance(shares.otherPath) ? otherPath(file.path, startLine, random) : file.path,
    quote: noisy(render(file).lines.slice(start - 1, end), start, random),
    ...{ title, message, startLine, endLine: startLine + end - start },
    ...constant,
  } as const
  return { finding, defect: id }
}

type Constant = Pick<Finding, 'basis' | 'triage' | 'side' | 'recommendation' | 'assumptions' | 'related' | 'searches'>
const constant: Constant = {
  ...{ basis: 'grounded', triage: 'real', side: 'new', recommendation: null },
  ...{ assumptions: [], related: [], searches: [] },
}

/** The guilty lines, one of them, the whole place, or a line more; 1-based. */
function quotedLines({ site, template }: Defect, file: SourceFile, random: Random): { start: number; end: number } {
  const whole = regionOf(file, site)
  if (whole === undefined) throw new Error(`place ${site} is not in ${file.path}`)
  const [offset, length] = template.guilty
  const guilty = { start: whole.start + offset, end: whole.start + offset + length - 1 }
  const way = random.number()
  if (way < 0.5) return guilty
  if (way < 0.75) return whole
  if (way < 0.9) return { start: guilty.start, end: guilty.start }
  return { start: guilty.start, end: Math.min(guilty.end + 1, render(file).lines.length) }
}

function otherPath(path: string, line: number, random: Random): string {
  return random.pick([`./${path}`, `b/${path}`, `${path}:${line}`])
}

/** What models do to code that they quote. */
function noisy(lines: readonly string[], start: number, random: Random): string {
  const way = random.number()
  if (way < 0.6) return lines.join('\n')
  if (way < 0.75) return lines.map((line) => line.trim()).join('\n')
  if (way < 0.85) return lines.map((line) => `+${line}`).join('\n')
  if (way < 0.95) return lines.map((line, index) => `${start + index} | ${line}`).join('\n')
  return ['```ts', ...lines, '```'].join('\n')
}

/** A claim about code that is nowhere, nor anything like it. */
export function invent(file: SourceFile, random: Random): Claim | undefined {
  const planted = new Set(file.functions.flatMap(({ kinds }) => kinds))
  const free = siteTemplates.filter(({ name }) => !planted.has(name))
  if (free.length === 0) return undefined
  const template = random.pick(free)
  const names = { noun: 'walrus', Noun: 'Walrus', symbol: 'tuskWalrus' }
  const [defect] = template.defects
  const [title, message] = random.pick(defect?.wordings(names) ?? [])
  const startLine = 1 + random.below(render(file).lines.length)
  const quote = template.bad(names).join('\n')
  const finding = { ruleId: 'security', severity: 'critical', confidence: 'certain', path: file.path } as const
  return {
    finding: { ...finding, title, message, quote, startLine, endLine: startLine, ...constant },
    defect: undefined,
  }
}
