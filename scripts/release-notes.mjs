// Prints the notes of a release: its section of CHANGELOG.md. Ends with 1 where tag, package.json, package-lock.json and
// CHANGELOG.md, all read from the working directory, do not agree.
//   node scripts/release-notes.mjs v1.2.3
import { readFileSync } from 'node:fs'

const usage = 'usage: node scripts/release-notes.mjs vMAJOR.MINOR.PATCH'
const [tag = '', ...rest] = process.argv.slice(2)
const version = /^v((?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5})){2})$/.exec(tag)?.[1]

if (version === undefined || rest.length > 0) end(usage)
requireVersion('package.json', ({ version: found }) => found)
requireVersion('package-lock.json', ({ version: found }) => found)
requireVersion('package-lock.json', ({ packages }) => packages?.['']?.version)
process.stdout.write(`${readNotes()}\n`)

function requireVersion(file, versionIn) {
  const found = versionIn(JSON.parse(readFileSync(file, 'utf8')))
  if (found !== version) end(`${file} says ${JSON.stringify(found)}, and the tag is ${tag}.`)
}

function readNotes() {
  const [unreleased, newest] = sections(readFileSync('CHANGELOG.md', 'utf8'))
  if (unreleased?.heading !== '[Unreleased]') end('CHANGELOG.md does not begin with the section [Unreleased].')
  // What stands there is in the release, and its notes would not say so.
  if (unreleased.text !== '')
    end('CHANGELOG.md still lists changes under [Unreleased]; move them below the new version.')
  const expected = `[${version}] - YYYY-MM-DD`
  if (newest === undefined || !newest.heading.startsWith(`[${version}] - `))
    end(`CHANGELOG.md has ${newest?.heading ?? 'nothing'} below [Unreleased], and the tag asks for ${expected}.`)
  if (!isDate(newest.heading.slice(`[${version}] - `.length)))
    end(`CHANGELOG.md gives no date to ${version}; the heading must be ${expected}.`)
  if (newest.text === '') end(`CHANGELOG.md says nothing about ${version}.`)
  return newest.text
}

/** Each `## ` heading with the text below it, without the link references at the end of the file. */
function sections(changelog) {
  const [, ...parts] = `\n${changelog.replaceAll('\r\n', '\n')}`.split('\n## ')
  return parts.map((part) => {
    const [heading = '', ...lines] = part.split('\n')
    const text = lines.filter((line) => !/^\[[^\]]{1,100}\]: /.test(line)).join('\n')
    return { heading: heading.trim(), text: text.trim() }
  })
}

function isDate(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
}

function end(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
