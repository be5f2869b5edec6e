// npm run bench:grounding: how often a misquoted place is found, and a false one taken for a true one.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateFile, generateFiles, pick, seeded } from './grounding-code.mjs'
import { loadProduct, median, since } from './product.mjs'

const cases = 3_000
const seed = 20_260_901
/** A quote with fewer letters and digits proves no place by itself; none is asked for. */
const minimumCharacters = 8
const maximumLines = 5

const { locate, resolve } = await loadProduct({ locate: 'evidence/locate', resolve: 'evidence/resolve-path' })
const random = seeded(seed)
const corpus = readCorpus()
const identifiers = new Map(corpus.map((file) => [file, [...new Set(file.text.match(/[A-Za-z_]\w{2,}/g))]]))
const failed = []

function readCorpus() {
  const own = readdirSync('src', { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [join('src', name), readFileSync(join('src', name), 'utf8')])
  const generated = generateFiles(seed, { perLanguage: 40, lines: 220 })
  return [...own, ...generated].map(([path, text]) => {
    const indexed = locate.indexText(text)
    return {
      path,
      text,
      indexed,
      lines: indexed.lines,
      bare: text.split('\n').map(withoutBlanks).filter(Boolean).join('\n'),
    }
  })
}

function describeCorpus() {
  const counts = new Map()
  for (const { path, lines } of corpus) {
    const kind = path.startsWith('src/') ? 'own TypeScript' : `generated ${path.split('.').at(-1)}`
    counts.set(kind, (counts.get(kind) ?? 0) + lines.length)
  }
  return [...counts].map(([kind, lines]) => `${lines} of ${kind}`).join(', ')
}

function withoutBlanks(line) {
  return line.replace(/\s+/g, '')
}

/** One to five lines of a file that begin and end with a line that is not blank. */
function drawQuote() {
  for (;;) {
    const file = pick(random, corpus)
    const count = 1 + Math.floor(random() * maximumLines)
    const start = Math.floor(random() * (file.lines.length - count))
    const lines = file.lines.slice(start, start + count)
    const isSolid = lines.length === count && lines[0]?.trim() !== '' && lines.at(-1)?.trim() !== ''
    if (isSolid && (lines.join('').match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= minimumCharacters) {
      return { file, lines, start: start + 1, end: start + count }
    }
  }
}

/** So many cases of a class; `perturb` gives undefined for a quote that cannot be perturbed so. */
function drawCases(perturb) {
  const drawn = []
  while (drawn.length < cases) {
    const original = drawQuote()
    const claim = perturb(original)
    if (claim !== undefined) drawn.push({ original, claim: { ...original, ...claim } })
  }
  return drawn
}

function locateCase({ claim }) {
  const { file, lines, start, end } = claim
  const quote = typeof lines === 'string' ? lines : lines.join('\n')
  return locate.locateIn(file.indexed, { startLine: start, endLine: Math.max(start, end), quote })
}

function isAccepted({ status }) {
  return status === 'verified' || status === 'relocated'
}

/** Between `from` and `to` lines away, on either side, within the file. */
function moved({ file, start, end }, from, to) {
  const by = from + Math.floor(random() * (to - from + 1))
  const [first, second] = random() < 0.5 ? [by, -by] : [-by, by]
  const fits = (shift) => start + shift >= 1 && end + shift <= file.lines.length
  const shift = [first, second].find(fits)
  return shift === undefined ? undefined : { start: start + shift, end: end + shift }
}

/** As models are: the claim of a quote that was copied badly is up to three lines off as well. */
function nearly(original, lines) {
  return { ...(moved(original, 0, 3) ?? {}), lines }
}

function positives() {
  const marked = (lines) => lines.map((line) => (line === '' ? '+' : `+${line}`))
  return [
    { name: 'exact', perturb: () => ({}), right: 99.9 },
    { name: 'line off by 1 to 3', perturb: (one) => moved(one, 1, 3), right: 97, wrong: 1.5 },
    { name: 'line off by 4 to 60', perturb: (one) => moved(one, 4, 60), right: 88, wrong: 1.5 },
    { name: 'any line of the file', perturb: (one) => moved(one, 0, one.file.lines.length), right: 88, wrong: 1.5 },
    { name: 'whitespace', perturb: (one) => nearly(one, one.lines.map(respaced)), right: 96 },
    { name: 'diff markers', perturb: (one) => nearly(one, marked(one.lines)), right: 96 },
    {
      name: 'line numbers',
      perturb: (one) =>
        nearly(
          one,
          one.lines.map((line, at) => `${one.start + at} | ${line}`),
        ),
      right: 96,
    },
    {
      name: 'columns of our diff',
      perturb: (one) =>
        nearly(
          one,
          one.lines.map((line, at) => `${one.start + at} ${at % 2 ? ' ' : '+'}${line}`),
        ),
      right: 96,
    },
    {
      name: 'two padded columns',
      perturb: (one) =>
        nearly(
          one,
          one.lines.map((line, at) => `${one.start + at}      ${at % 2 ? ' ' : '+'}${line}`),
        ),
      right: 96,
    },
    { name: 'code fence', perturb: (one) => nearly(one, ['```', ...one.lines, '```']), right: 96 },
    { name: 'line cut short', perturb: cutShort },
    { name: 'quotation marks, semicolons', perturb: restyled },
    { name: 'one name reworded', perturb: reworded },
    { name: 'ellipsis', perturb: elided, isInside: true },
    { name: 'middle line left out', perturb: withGap, isInside: true },
  ]
}

function respaced(line) {
  const body = line.trim().replace(/ = /g, random() < 0.5 ? '=' : '  =  ')
  return `${pick(random, ['', '\t', '  ', '      '])}${body}`
}

function cutShort(one) {
  const last = one.lines.at(-1)
  const at = Math.floor(last.length * (0.4 + random() * 0.5))
  const cut = last.slice(0, at)
  if (cut.trim().length < 8 || cut.trim() === last.trim()) return undefined
  return nearly(one, [...one.lines.slice(0, -1), cut])
}

function restyled(one) {
  const text = one.lines.join('\n')
  const other = text.includes("'") ? text.replaceAll("'", '"') : text.replaceAll('"', "'")
  const changed = /;$/m.test(other) ? other.replace(/;$/gm, '') : other.replace(/([\w)\]])$/gm, '$1;')
  return changed === text ? undefined : nearly(one, changed)
}

const keywords = new Set(
  'async await break catch class const continue defer elif else except export extends false final finally from func function import interface package private public raise range readonly return static string struct super switch throw true type undefined while yield without'.split(
    ' ',
  ),
)

function reworded(one) {
  const text = one.lines.join('\n')
  const names = (text.match(/\b[a-z]\w*[A-Z_]\w*\b|\b[a-z]{5,}\b/g) ?? []).filter((name) => !keywords.has(name))
  const chosen = names.length === 0 ? undefined : pick(random, names)
  if (chosen === undefined) return undefined
  return nearly(one, text.replace(chosen, `${chosen.slice(0, 3)}Thing`))
}

/** A long quote whose middle is left out with a mark. */
function elided({ file, start }) {
  const count = 6 + Math.floor(random() * 10)
  const lines = file.lines.slice(start - 1, start - 1 + count)
  if (lines.length < count || lines[0].trim() === '' || lines.at(-1).trim() === '') return undefined
  const mark = pick(random, ['...', '    ...', '…', '// ...'])
  return spanning(start, count, [...lines.slice(0, 2), mark, ...lines.slice(-2)])
}

function withGap({ file, start }) {
  const count = 3 + Math.floor(random() * 3)
  const lines = file.lines.slice(start - 1, start - 1 + count)
  if (lines.length < count || lines.some((line) => line.trim() === '')) return undefined
  const gap = 1 + Math.floor(random() * (count - 2))
  return spanning(
    start,
    count,
    lines.filter((_, at) => at !== gap),
  )
}

function spanning(start, count, lines) {
  const place = { start, end: start + count - 1 }
  return { ...place, lines, truth: place }
}

function measureFound() {
  const rows = positives().map(({ name, perturb, right: least, wrong: most, isInside }) => {
    const counts = { accepted: 0, right: 0, demoted: 0 }
    for (const { original, claim } of drawCases(perturb)) {
      const location = locateCase({ claim })
      if (location.status === 'altered' || location.status === 'ambiguous') counts.demoted += 1
      if (!isAccepted(location)) continue
      counts.accepted += 1
      counts.right += isRight(location.region, claim.truth ?? original, isInside) ? 1 : 0
    }
    const right = percent(counts.right)
    const wrong = percent(counts.accepted - counts.right)
    const holds = (least === undefined || right >= least) && (most === undefined || wrong <= most)
    if (!holds) failed.push(name)
    return [name, percent(counts.accepted), right, wrong, percent(counts.demoted), aim({ least, most, holds })]
  })
  printTable(['a quote with', 'accepted %', 'right %', 'wrong %', 'ambiguous or altered %', 'aim'], rows)
}

/** Where lines were left out of the quote, a part of the place is right. */
function isRight({ startLine, endLine }, { start, end }, isInside) {
  return isInside ? startLine >= start && endLine <= end : startLine === start && endLine === end
}

function percent(count) {
  return Number(((count / cases) * 100).toFixed(2))
}

function aim({ least, most, holds }) {
  if (least === undefined) return ''
  const limits = [`right ≥ ${least}`, ...(most === undefined ? [] : [`wrong ≤ ${most}`])]
  return `${limits.join(', ')}: ${holds ? 'yes' : 'NO'}`
}

function printTable(head, rows) {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => String(row[at]).length)))
  const line = (cells) => `| ${cells.map((cell, at) => String(cell).padEnd(widths[at])).join(' | ')} |`
  console.log(
    [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line), ''].join('\n'),
  )
}

const flips = [
  [/===/, '!=='],
  [/!==/, '==='],
  [/ == /, ' != '],
  [/ != /, ' == '],
  [/ <= /, ' < '],
  [/ >= /, ' > '],
  [/ < /, ' >= '],
  [/ > /, ' <= '],
  [/&&/, '||'],
  [/\|\|/, '&&'],
  [/ \+ /, ' - '],
  [/\btrue\b/, 'false'],
  [/\bfalse\b/, 'true'],
  [/\bTrue\b/, 'False'],
  [/\bFalse\b/, 'True'],
  [/\bawait /, ''],
  [/\bnot /, ''],
  [/\bif \(/, 'if (!'],
  [/\bif (?=[a-z])/, 'if not '],
  [/!(?=[a-z])/, ''],
  [/\b\d+\b/, (digits) => String(Number(digits) + 1)],
  [/\bnull\b/, 'undefined'],
]

function flipped(one) {
  const text = one.lines.join('\n')
  const fitting = flips.filter(([from]) => from.test(text))
  if (fitting.length === 0) return undefined
  const [from, to] = pick(random, fitting)
  return nearly(one, text.replace(from, to))
}

/** A true quote, claimed of another file, in which it does not stand. */
function fromElsewhere(one) {
  const file = pick(random, corpus)
  const bare = one.lines.map(withoutBlanks).filter(Boolean).join('\n')
  if (file === one.file || file.bare.includes(bare)) return undefined
  const start = 1 + Math.floor(random() * file.lines.length)
  return { file, start, end: start + one.lines.length - 1 }
}

const shapes = [
  (name) => `const ${name()} = ${name()}.${name()}(${name()})`,
  (name) => `if (${name()}.${name()} > ${name()}) {`,
  (name) => `return ${name()}(${name()}, ${name()}.${name()})`,
  (name) => `${name()} = await ${name()}.${name()}(${name()}, ${name()})`,
  (name) => `for (const ${name()} of ${name()}.${name()}) {`,
  (name) => `  ${name()}.${name()} = ${name()}`,
  (name) => `function ${name()}(${name()}, ${name()}) {`,
]

/** Statements of the file's own names that nobody wrote. */
function invented(one) {
  const names = identifiers.get(one.file)
  const lines = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
    pick(random, shapes)(() => pick(random, names)),
  )
  return one.file.bare.includes(lines.map(withoutBlanks).join('\n')) ? undefined : { lines }
}

function measureFalse() {
  const classes = [
    { name: 'operator, negation or number changed', perturb: flipped, most: 2 },
    { name: 'taken from another file', perturb: fromElsewhere, most: 0.2 },
    { name: 'invented from the names of the file', perturb: invented, most: 0 },
  ]
  const rows = classes.map(({ name, perturb, most }) => {
    const statuses = drawCases(perturb).map((one) => {
      const location = locateCase(one)
      if (process.env.SHOW && isAccepted(location))
        console.log(
          name,
          one.claim.file.path,
          one.claim.start,
          JSON.stringify(one.claim.lines),
          JSON.stringify(location),
        )
      return location
    })
    const accepted = percent(statuses.filter(isAccepted).length)
    const altered = percent(statuses.filter(({ status }) => status === 'altered').length)
    if (accepted > most) failed.push(name)
    return [name, accepted, altered, `≤ ${most}: ${accepted <= most ? 'yes' : 'NO'}`]
  })
  printTable(['a quote that was', 'accepted %', 'altered %', 'aim'], rows)
}

async function measurePaths() {
  const paths = corpus.map(({ path }) => path)
  const changed = paths.filter(() => random() < 0.2)
  const resolvePath = resolve.pathResolver({
    diff: { files: changed.map((path) => ({ path, oldPath: undefined })), omitted: [] },
    neutralised: [],
    treePaths: async () => paths,
    roots: ['/home/runner/work/shop/shop'],
    exists: async () => false,
  })
  const root = '/home/runner/work/shop/shop'
  const variants = [
    { name: 'as it is', write: (path) => path, right: 100 },
    { name: 'a/ or b/ before it', write: (path) => `${pick(random, ['a', 'b'])}/${path}`, right: 100 },
    { name: './ before it', write: (path) => `./${path}`, right: 100 },
    {
      name: 'a line behind it',
      write: (path) => `${path}${pick(random, [':12', ':12:3', '#L12', '#L3-L9'])}`,
      right: 100,
    },
    {
      name: 'absolute, or a file: URL',
      write: (path) => `${pick(random, ['', 'file://'])}${root}/${path}`,
      right: 100,
    },
    { name: 'absolute elsewhere', write: (path) => `/tmp/checkout/${path}` },
    { name: 'other case', write: (path) => path.toUpperCase() },
    { name: 'its last segment only', write: (path) => path.split('/').at(-1) },
    { name: 'its last two segments', write: (path) => path.split('/').slice(-2).join('/') },
    { name: 'invented', write: inventPath, wrong: 0 },
  ]
  const rows = []
  for (const { name, write, right: least, wrong: most } of variants) {
    const counts = { right: 0, wrong: 0 }
    for (let drawn = 0; drawn < cases; drawn += 1) {
      const path = pick(random, paths)
      const written = write(path)
      const found = await resolvePath('new', written)
      if (found.kind !== 'resolved') continue
      counts[found.path === path && name !== 'invented' ? 'right' : 'wrong'] += 1
    }
    const [right, wrong] = [percent(counts.right), percent(counts.wrong)]
    const holds = (least === undefined || right >= least) && (most === undefined || wrong <= most)
    if (!holds) failed.push(`path ${name}`)
    const limit = least === undefined ? (most === undefined ? '' : `wrong ≤ ${most}`) : `right ≥ ${least}`
    rows.push([
      name,
      right,
      wrong,
      percent(cases - counts.right - counts.wrong),
      limit && `${limit}: ${holds ? 'yes' : 'NO'}`,
    ])
  }
  printTable(['a path written', 'right %', 'wrong %', 'refused %', 'aim'], rows)
}

/** A path of the tree's own words that is not in the tree. */
function inventPath() {
  const taken = new Set(corpus.map(({ path }) => path))
  for (;;) {
    const [folder, file] = [
      pick(random, corpus).path.split('/').slice(0, -1),
      pick(random, corpus).path.split('/').at(-1),
    ]
    const parts = [...folder, pick(random, ['legacy', 'shared', 'inner', 'v2']), file]
    const path = (random() < 0.5 ? parts : [...folder, `${pick(random, ['old', 'base', 'real'])}-${file}`]).join('/')
    if (!taken.has(path)) return path
  }
}

function measureTime() {
  const text = generateFile(seed, 'ts', 5_000)
  const start = performance.now()
  const indexed = locate.indexText(text)
  indexed.solid()
  indexed.tokens()
  const indexing = since(start) * 1_000
  const file = { indexed, lines: indexed.lines }
  const times = { exact: [], approximate: [] }
  for (let drawn = 0; drawn < 500; drawn += 1) {
    const at = Math.floor(random() * 4_990)
    const lines = indexed.lines.slice(at, at + 1 + Math.floor(random() * maximumLines))
    const one = { file, lines, start: at + 1, end: at + lines.length }
    const approximate = reworded(one)
    if (approximate === undefined) continue
    for (const [kind, claim] of [
      ['exact', one],
      ['approximate', { ...one, ...approximate }],
    ]) {
      const before = performance.now()
      locateCase({ claim })
      times[kind].push(since(before) * 1_000)
    }
  }
  const [exact, approximate] = [median(times.exact), median(times.approximate)]
  if (approximate >= 5) failed.push('time of an approximate search')
  const worst = Math.max(...times.approximate)
  printTable(
    ['in a file of 5,000 lines', 'ms', 'aim'],
    [
      ['index it, once', indexing.toFixed(1), ''],
      ['find an exact quote, median', exact.toFixed(3), ''],
      ['find a reworded quote, median', approximate.toFixed(2), `< 5: ${approximate < 5 ? 'yes' : 'NO'}`],
      ['find a reworded quote, slowest', worst.toFixed(2), ''],
    ],
  )
}

console.log(
  `${corpus.length} files, ${corpus.reduce((sum, { lines }) => sum + lines.length, 0)} lines: ${describeCorpus()}\n`,
)
measureFound()
measureFalse()
await measurePaths()
measureTime()
if (failed.length > 0) {
  console.log(`\nMissed: ${failed.join('; ')}.`)
  process.exitCode = 1
}
