import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Entry } from './repository.js'

/** What the scripted model does: runs a command, reads a file, answers with findings or with any text. */
const Turn = z.union([
  z.strictObject({ shell: z.string() }),
  z.strictObject({ read: z.string() }),
  /** Fields of a finding; what is left out describes the eval in src/app.js. */
  z.strictObject({ final: z.array(z.record(z.string(), z.unknown())) }),
  z.strictObject({ text: z.string() }),
])
export type CaseTurn = z.infer<typeof Turn>

const PullRequest = z.strictObject({
  title: z.string(),
  body: z.string(),
  headRef: z.string(),
  baseRef: z.string(),
})

const Case = z.strictObject({
  title: z.string(),
  base: z.record(z.string(), Entry).default({}),
  head: z.record(z.string(), Entry).default({}),
  pullRequest: PullRequest.partial().default({}),
  commit: z.strictObject({ message: z.string(), author: z.string() }).optional(),
  inputs: z.record(z.string(), z.string()).default({}),
  turns: z.array(Turn).default([]),
})
export type Case = z.infer<typeof Case>

const Cases = z.strictObject({
  secrets: z.record(z.string(), z.string()),
  base: z.record(z.string(), Entry),
  head: z.record(z.string(), Entry),
  cases: z.record(z.string(), Case),
})

const fixtures = Cases.parse(JSON.parse(readFileSync(join('test', 'security', 'fixtures', 'cases.json'), 'utf8')))

/** Fake, and each of them real enough in form. */
export const secrets = fixtures.secrets

/** The attack of that name, on top of the demo repository. */
export function caseOf(id: string): Case {
  const found = fixtures.cases[id]
  if (found === undefined) throw new Error(`no case ${id} in cases.json`)
  return { ...found, base: { ...fixtures.base, ...found.base }, head: { ...fixtures.head, ...found.head } }
}

/** One of the fake secrets. */
export function secret(name: string): string {
  const value = secrets[name]
  if (value === undefined) throw new Error(`no secret ${name} in cases.json`)
  return value
}

/** The case with `@MARK@`, `@EVIL@` and the like replaced in every text, keys included. */
export function placed(attack: Case, places: Readonly<Record<string, string>>): Case {
  const texts = Object.entries(places).map(
    ([name, value]) => [`@${name}@`, JSON.stringify(value).slice(1, -1)] as const,
  )
  return Case.parse(
    JSON.parse(texts.reduce((json, [name, value]) => json.replaceAll(name, value), JSON.stringify(attack))),
  )
}
