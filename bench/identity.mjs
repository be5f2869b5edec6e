// npm run bench:identity: whether a defect keeps its identity while its code moves and its words change, from the
// TypeScript sources. Seeded; the wordings are those of bench:matching.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateFiles, pick, seeded } from './grounding-code.mjs'
import { loadProduct } from './product.mjs'

const SEED = 20_261_121
const TRIALS = 300
/** Defects that one run reports of a file. */
const DEFECTS = 5
const limits = { moves: 98, rewording: 90, wrong: 3 }

const { track, anchor, locate } = await loadProduct({
  ...{ track: 'baseline/track', anchor: 'evidence/anchor', locate: 'evidence/locate' },
})
const { changes } = JSON.parse(readFileSync(join(import.meta.dirname, 'data', 'matching.json'), 'utf8'))
const generated = [...generateFiles(SEED, { perLanguage: 12, lines: 400 })]
const sources = [...ownSources(), ...generated].map(([path, text]) => ({ path, lines: text.split('\n') }))
const issues = changes.flatMap((change) => change.issues.map((issue) => ({ ...issue, change })))

const moves = Object.entries(movesOf()).map(([name, move]) => ({ name, ...measureMove(move) }))
const repeated = measureMove({ edit: insertThroughout, draw: drawRepeated })
const quotes = measureQuotes()
const rewording = measureRewording()
const strangers = measureStrangers()
print()

// What happens to the code between two runs.

function movesOf() {
  return {
    'lines added above': { edit: (file, random) => insertLines(file, 0, 1 + Math.floor(random() * 80)) },
    'lines removed above': { edit: removeAbove },
    'lines added throughout': { edit: insertThroughout },
    'file renamed': { edit: (file) => ({ ...file, path: `moved/${file.path}`, renamedFrom: file.path }) },
    're-indented with tabs': { edit: (file) => reindent(file, '\t') },
    're-indented to eight columns': { edit: (file) => reindent(file, ' '.repeat(8)) },
    'spaces and semicolons by a formatter': { edit: reformat },
    'neighbouring lines edited': { edit: editNeighbours },
    'functions in another order': { edit: rotate },
    'all of these at once': {
      edit: (file, random) => {
        const edits = [insertThroughout, editNeighbours, reformat, (one) => reindent(one, '\t')]
        const edited = edits.reduce((one, edit) => edit(one, random), file)
        return { ...edited, path: `moved/${file.path}`, renamedFrom: file.path }
      },
    },
  }
}

/** A file is its path, its lines, and where each line of the first version is now. */
function firstVersion({ path, lines }) {
  return { path, renamedFrom: undefined, lines, at: lines.map((_, index) => index) }
}

function insertLines(file, before, count) {
  const added = Array.from({ length: count }, (_, index) => `// added ${index}`)
  return withLines(file, [...file.lines.slice(0, before), ...added, ...file.lines.slice(before)], (line) =>
    line < before ? line : line + count,
  )
}

function insertThroughout(file, random) {
  let edited = file
  for (let round = 0; round < 12; round += 1) {
    const before = Math.floor(random() * edited.lines.length)
    // Not into the middle of a quote.
    if (edited.kept?.has(edited.at.indexOf(before))) continue
    edited = insertLines(edited, before, 1 + Math.floor(random() * 6))
  }
  return edited
}

function removeAbove(file) {
  const first = Math.min(...file.kept)
  const count = Math.floor(Math.max(0, first - 3) / 2)
  const start = blockStart(file.lines, count)
  return withLines(file, file.lines.slice(start), (line) => line - start)
}

/** The last line at or before `line` that starts a block at the margin: what stands above it declares nothing around it. */
function blockStart(lines, line) {
  for (let start = line; start > 0; start -= 1) if (isBoundary(lines, start)) return start
  return 0
}

function isBoundary(lines, line) {
  return lines[line - 1]?.trim() === '' && /^\S/.test(lines[line] ?? '') && !/^[})\]]/.test(lines[line] ?? '')
}

function reindent(file, unit) {
  const widths = file.lines.filter((line) => /^ +\S/.test(line)).map((line) => /^ */.exec(line)[0].length)
  const step = Math.min(4, ...widths.filter((width) => width > 1))
  const lines = file.lines.map((line) => {
    const [indent] = /^[ \t]*/.exec(line)
    const depth = indent.startsWith('\t') ? indent.length : Math.floor(indent.length / step)
    return `${unit.repeat(depth)}${line.slice(indent.length)}`
  })
  return withLines(file, lines, (line) => line)
}

function reformat(file) {
  const lines = file.lines.map((line) =>
    line
      .replace(/ (=|\+|-|\*) /g, '  $1  ')
      .replace(/\)$/, ');')
      .replaceAll("'", '"'),
  )
  return withLines(file, lines, (line) => line)
}

function editNeighbours(file, random) {
  const edited = [...file.lines]
  for (const line of file.kept) {
    for (const other of [line - 2, line - 1, line + 1, line + 2]) {
      const [now, old] = [file.at[other], file.lines[file.at[other]]]
      if (old === undefined || file.kept.has(other) || declares(old)) continue
      edited[now] =
        random() < 0.3 ? `${/^\s*/.exec(old)[0]}changed(${Math.floor(random() * 1e6)})` : `${old} // see ${now}`
    }
  }
  return withLines(file, edited, (line) => line)
}

function declares(line) {
  return (
    line.trim() === '' ||
    /[{}():]\s*$/.test(line) ||
    /\b(?:function|class|def|func|fn|interface|struct|type)\b/.test(line)
  )
}

/** The blocks at the margin, the later half first. */
function rotate(file) {
  const start = blockStart(file.lines, Math.floor(file.lines.length / 2))
  const size = file.lines.length - start
  return withLines(file, [...file.lines.slice(start), '', ...file.lines.slice(0, start)], (line) =>
    line < start ? line + size + 1 : line - start,
  )
}

function withLines(file, lines, moved) {
  return { ...file, text: undefined, lines, at: file.at.map(moved) }
}

// Runs.

function measureMove({ edit, draw = drawDefects }) {
  const random = seeded(SEED)
  const counts = { total: 0, kept: 0, alone: 0, wrong: 0 }
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const file = firstVersion(pick(random, sources))
    const places = drawPlaces(file.lines, random)
    const kept = new Set(places.flatMap(({ start, length }) => Array.from({ length }, (_, index) => start + index)))
    const moved = edit({ ...file, kept }, random)
    const defects = draw(places, random)
    const before = runOf(file, defects, { words: 0 })
    const after = runOf(moved, defects, { words: 1, previous: before.results })
    const alone = runOf(moved, defects, { words: 1 })
    tally(counts, { before, after, alone, defects })
  }
  return counts
}

/** Three lines of a place in the first run, the guilty one of them in the second. */
function measureQuotes() {
  const random = seeded(SEED + 1)
  const counts = { total: 0, kept: 0, alone: 0, wrong: 0 }
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const file = firstVersion(pick(random, sources))
    const defects = drawDefects(drawPlaces(file.lines, random, 3), random)
    const narrow = defects.map((defect) => ({
      ...defect,
      place: { ...defect.place, start: defect.place.guilty, length: 1 },
    }))
    const before = runOf(file, defects, { words: 0 })
    const after = runOf(file, narrow, { words: 1, previous: before.results })
    tally(counts, { before, after, alone: runOf(file, narrow, { words: 1 }), defects })
  }
  return counts
}

function tally(counts, { before, after, alone, defects }) {
  for (const [index] of defects.entries()) {
    counts.total += 1
    const name = before.names[index]
    if (after.names[index] === name) counts.kept += 1
    else if (before.names.includes(after.names[index])) counts.wrong += 1
    if (alone.names[index] === name) counts.alone += 1
  }
}

/** Lines of code, none within another's quote. */
function drawPlaces(lines, random, fixedLength = undefined) {
  const places = []
  for (let attempt = 0; attempt < 200 && places.length < DEFECTS; attempt += 1) {
    const length = fixedLength ?? 1 + Math.floor(random() * 3)
    const start = Math.floor(random() * (lines.length - length))
    const quoted = lines.slice(start, start + length)
    if (quoted.some((line) => line.replace(/\W/g, '').length < 4)) continue
    if (places.some((place) => start < place.start + place.length + 1 && place.start < start + length + 1)) continue
    places.push({ start, length, guilty: start + Math.floor(random() * length) })
  }
  return places
}

/** All places have the same issue, said in all its ways. */
function drawRepeated(places, random) {
  const issue = pick(
    random,
    issues.filter(({ wordings }) => wordings.length > 2),
  )
  return places.map((place) => ({ place, wordings: drawWordings(issue, random) }))
}

/** Each place gets an issue of another change that somebody wrote down in several wordings. */
function drawDefects(places, random) {
  const several = issues.filter(({ wordings }) => wordings.length > 1)
  const used = new Set()
  return places.map((place) => {
    const issue = pick(
      random,
      several.filter(({ change }) => !used.has(change)),
    )
    used.add(issue.change)
    return { place, wordings: drawWordings(issue, random) }
  })
}

/** What the first run says and what the second does; under one rule, because these are about the code. */
function drawWordings({ wordings }, random) {
  const first = Math.floor(random() * wordings.length)
  const second = (first + 1 + Math.floor(random() * (wordings.length - 1))) % wordings.length
  return [wordings[first], { ...wordings[second], ruleId: wordings[first].ruleId }]
}

/** What a run calls each of its defects. */
function runOf(file, defects, { words, previous }) {
  file.text ??= locate.indexText(file.lines.join('\n'))
  const { text } = file
  const agreed = defects.map(({ place, wordings }, index) => {
    const startLine = file.at[place.start] + 1
    const region = { startLine, endLine: startLine + place.length - 1 }
    return { ...toAgreed(wordings[words], { text, region, path: file.path }), index }
  })
  return track_(agreed, { previous, renames: file.renamedFrom && new Map([[file.path, file.renamedFrom]]) })
}

function toAgreed({ reviewer, ruleId, severity, title, message }, { text, region, path }) {
  const quote = text.lines.slice(region.startLine - 1, region.endLine).join('\n')
  const claim = { ruleId, severity, title, message, path, side: 'new', quote, related: [], searches: [] }
  return {
    finding: {
      ...claim,
      ...{ confidence: 'likely', basis: 'grounded', assumptions: [], triage: 'real', recommendation: null },
      ...{ startLine: region.startLine, endLine: region.endLine },
    },
    ...{ region, text: quote, evidence: { status: 'verified', detail: null }, related: [] },
    anchor: anchor.anchorOf(text, region),
    ...{ reviewers: [reviewer], agreement: { found: 1, confirmed: 0, refuted: 0 }, alsoReportedAs: [] },
  }
}

/** The results, and the fingerprint of each finding in the order given; by its words where results were folded. */
function track_(agreed, { previous, renames }) {
  const { results } = track.toResults(agreed, {
    history: { base: undefined, baseFrom: 'nowhere', previous: previous?.map(asKnown), dismissed: [], notes: [] },
    ...{
      suppressions: [],
      renames: renames || new Map(),
      touched: new Set(),
      today: '2026-11-21',
      dismissalProblem: () => undefined,
      codeAge: () => 'old',
    },
  })
  const present = results.filter(({ baselineState }) => baselineState !== 'absent')
  const names = agreed.map(({ finding }) => nameOf(finding, present))
  return { results: present, names }
}

function nameOf({ title, message, path, startLine }, results) {
  const says = (wording) => wording.title === title && wording.message === message
  const own = results.filter((result) => says(result) || result.alsoReportedAs.some(says))
  const here = own.find((result) => result.path === path && result.region.startLine === startLine)
  return (here ?? own[0])?.fingerprint
}

function asKnown({ fingerprint, sarifRuleId, ruleId, severity, title, message, path, side, region, quote }) {
  const identity = { fingerprint, sarifRuleId, ruleId, severity, title, message, path, side, region, quote }
  return { ...identity, state: 'open', dismissal: null, alert: null }
}

// Rewording: the hand-written set, each change as one file in which its quotes stand.

/** All issues of a change said in other words, at other lines. */
function measureRewording() {
  const random = seeded(SEED + 2)
  const counts = { total: 0, kept: 0, alone: 0, wrong: 0, folded: 0 }
  for (const change of changes) {
    const longest = Math.max(...change.issues.map(({ wordings }) => wordings.length))
    for (let first = 0; first < longest; first += 1) {
      for (let step = 1; step < longest; step += 1) {
        const shift = 1 + Math.floor(random() * 40)
        const before = reworded(change, { choice: first, shift: 0 })
        const after = reworded(change, { choice: first + step, shift, previous: before.results })
        const alone = reworded(change, { choice: first + step, shift })
        for (const [index, { wordings }] of change.issues.entries()) {
          if (first >= wordings.length || step >= wordings.length) continue
          counts.total += 1
          const name = before.names[index]
          const others = before.names.filter((_, other) => other !== index)
          if (others.includes(name)) counts.folded += 1
          if (after.names[index] === name) counts.kept += 1
          else if (others.includes(after.names[index])) counts.wrong += 1
          if (alone.names[index] === name) counts.alone += 1
        }
      }
    }
  }
  return counts
}

/** A defect was fixed; now another one is reported, often of the same lines: it must not take the name over. */
function measureStrangers() {
  const counts = { near: { total: 0, wrong: 0 }, all: { total: 0, wrong: 0 } }
  for (const change of changes) {
    for (const gone of change.issues) {
      for (const come of change.issues) {
        if (gone === come) continue
        for (const [index, wording] of gone.wordings.entries()) {
          const other = come.wordings[index % come.wordings.length]
          const before = saidOf(change, [wording], { shift: 0 })
          const after = saidOf(change, [other], { shift: 0, previous: before.results })
          const wrong = after.names[0] === before.names[0] ? 1 : 0
          const kinds = [
            counts.all,
            ...(come.nearMissOf === gone.id || gone.nearMissOf === come.id ? [counts.near] : []),
          ]
          for (const kind of kinds) {
            kind.total += 1
            kind.wrong += wrong
          }
        }
      }
    }
  }
  return counts
}

function reworded(change, { choice, shift, previous }) {
  const wordings = change.issues.map((issue) => issue.wordings[choice % issue.wordings.length])
  return saidOf(change, wordings, { shift, previous })
}

function saidOf(change, wordings, { shift, previous }) {
  const lines = [...Array.from({ length: shift }, (_, index) => `// above ${index}`), ...fileOf(change)]
  const text = locate.indexText(lines.join('\n'))
  const agreed = wordings.map((wording) => {
    const claim = { startLine: wording.startLine + shift, endLine: wording.endLine + shift, quote: wording.quote }
    const found = locate.locateIn(text, claim)
    const region = found.region ?? { startLine: claim.startLine, endLine: claim.endLine }
    return toAgreed(wording, { text, region, path: change.path })
  })
  return track_(agreed, { previous })
}

/** The quotes of all wordings at their lines, and filler between them. */
function fileOf(change) {
  const all = change.issues.flatMap(({ wordings }) => wordings)
  const lines = Array.from(
    { length: 20 + Math.max(...all.map(({ endLine }) => endLine)) },
    (_, index) => `  filler_${index}`,
  )
  for (const { quote, startLine } of all) {
    for (const [index, line] of quote.split('\n').entries()) lines[startLine - 1 + index] = line
  }
  return lines
}

function ownSources() {
  const paths = readdirSync('src', { recursive: true }).filter((path) => path.endsWith('.ts'))
  const texts = paths.sort().map((path) => [`src/${path}`, readFileSync(join('src', path), 'utf8')])
  return texts.filter(([, text]) => text.split('\n').length > 100)
}

// The table.

function print() {
  const rows = [
    ...moves.map((move) => ({ ...move, limit: limits.moves })),
    { name: 'lines added throughout, the same defect at all places', ...repeated, limit: limits.moves },
    { name: 'one line quoted, then three', ...quotes, limit: limits.rewording },
    { name: 'said in other words, under other rules, all of a change at once', ...rewording, limit: limits.rewording },
  ]
  console.log('| between two runs | defects | kept, % | by the fingerprint alone, % | taken for another, % | limit |')
  console.log('|---|---:|---:|---:|---:|---|')
  for (const row of rows) printRow(row, `≥${row.limit} kept, ≤${limits.wrong} wrong`)
  printStrangers('fixed, and another defect of the change reported alone', strangers.all)
  printStrangers('of these, near misses: the same lines and words', strangers.near)
  const folded = percent(rewording.folded, rewording.total)
  console.log(
    `\n${folded} % of the issues of a change stand on the line of another one under its rule and share its result.`,
  )
  const missed = rows.some(
    ({ kept, wrong, total, limit }) => share(kept, total) < limit || share(wrong, total) > limits.wrong,
  )
  if (missed) process.exitCode = 1
}

/** Without a limit: nothing but the words tells these apart, and a run that reports nothing else has few of them. */
function printStrangers(name, { total, wrong }) {
  console.log(`| ${name} | ${total} | | | ${percent(wrong, total)} | |`)
}

function printRow({ name, total, kept, alone, wrong }, limit) {
  console.log(
    `| ${name} | ${total} | ${percent(kept, total)} | ${percent(alone, total)} | ${percent(wrong, total)} | ${limit} |`,
  )
}

function share(part, whole) {
  return (part * 100) / whole
}

function percent(part, whole) {
  return share(part, whole).toFixed(1)
}
