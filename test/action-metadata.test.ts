import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { readInputs } from '../src/policy/from-inputs.js'
import { describe as describeOption } from '../src/policy/help.js'
import { allOptions } from '../src/policy/options.js'
import { outputs } from '../src/policy/outputs.js'
import { inputsTable, outputsTable } from '../src/policy/readme-tables.js'

const root = join(import.meta.dirname, '..')

const Metadata = z.strictObject({
  name: z.string().min(1),
  author: z.string().min(1),
  // The Marketplace shows no more.
  description: z.string().min(1).max(125),
  branding: z.strictObject({
    icon: z.string().min(1),
    color: z.enum(['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']),
  }),
  inputs: z.record(
    z.string(),
    z.strictObject({ description: z.string(), required: z.literal(false), default: z.string().optional() }),
  ),
  outputs: z.record(z.string(), z.strictObject({ description: z.string() })),
  runs: z.strictObject({
    using: z.literal('node24'),
    main: z.literal('dist/index.js'),
    post: z.literal('dist/index.js'),
    'post-if': z.literal('always()'),
  }),
})

function readMetadata() {
  return Metadata.parse(parse(readFileSync(join(root, 'action.yml'), 'utf8')))
}

describe('action.yml', () => {
  it('declares the inputs of the table, in its order', () => {
    expect(Object.keys(readMetadata().inputs)).toEqual(allOptions.map((option) => option.name))
  })

  it.each(allOptions)('describes $name and its default as the table does', (option) => {
    const declared = readMetadata().inputs[option.name]
    if (!option.configurable && option.default.kind === 'value') {
      expect(declared).toEqual({ description: option.description, required: false, default: option.default.value })
    } else {
      expect(declared).toEqual({ description: describeOption(option), required: false })
    }
  })

  it('sends no default for what the config file may set', () => {
    for (const option of allOptions.filter((each) => each.configurable)) {
      expect(readMetadata().inputs[option.name]?.default).toBeUndefined()
    }
  })

  it('sends defaults that mean the same as saying nothing', () => {
    const sent = Object.entries(readMetadata().inputs)
      .filter(([name]) => name !== 'github-token')
      .map(([name, input]) => [`INPUT_${name.toUpperCase()}`, input.default ?? ''])
    const { mode, ...inputs } = readInputs(Object.fromEntries(sent)).inputs
    expect(mode).toBe('review')
    expect(Object.values(inputs).every((value) => value === undefined)).toBe(true)
    expect(readInputs(Object.fromEntries(sent)).settings).toEqual(readInputs({}).settings)
  })

  it('declares the outputs of the table, in its order', () => {
    const declared = Object.entries(readMetadata().outputs).map(([name, { description }]) => ({ name, description }))
    expect(declared).toEqual(outputs)
  })
})

describe('the README', () => {
  it.each([
    ['inputs', inputsTable()],
    ['outputs', outputsTable()],
  ])('holds the table of %s as it is generated', (name, table) => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    const [, after = ''] = readme.split(`<!-- ${name} -->`)
    const [between] = after.split(`<!-- /${name} -->`)
    expect(between?.trim()).toBe(table)
  })
})
