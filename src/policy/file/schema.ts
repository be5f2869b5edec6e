import { z } from 'zod'
import type { OwnResultRule } from '../../types/policy.js'

const maximumAuthors = 200
const maximumRules = 100
const maximumExemptions = 100
const maximumSuppressions = 2_000

const TextOrList = z.union([z.string(), z.array(z.string())], 'expected text or a list of texts')

const Author = z.strictObject({
  branch: z.string().optional(),
  login: z.string().optional(),
  email: z.string().optional(),
  family: z.string(),
})

const OwnResults = z.strictObject({
  'agent-config': z.string().optional(),
  'hidden-unicode': z.string().optional(),
  policy: z.string().optional(),
  injection: z.string().optional(),
  'test-gap': z.string().optional(),
  'config-ci': z.string().optional(),
} satisfies Record<OwnResultRule, unknown>)

const Rule = z.strictObject({
  paths: TextOrList,
  branches: TextOrList.optional(),
  instructions: z.string().optional(),
  'fail-on-severity': z.string().optional(),
  reviewers: TextOrList.optional(),
  'min-agreement': z.number().optional(),
})

const Exempt = z.strictObject({
  author: z.union([z.string(), z.number()], 'expected a login or the number of a user'),
  paths: TextOrList,
})

const Override = z.strictObject({
  by: TextOrList.optional(),
  'allow-author': z.boolean().optional(),
})

const Suppression = z.strictObject({
  fingerprint: z.string(),
  reason: z.string(),
  owner: z.string(),
  expires: z.string('expected a date as YYYY-MM-DD').optional(),
})

/** Shape of the config file. What a value means is checked by the parsers that inputs and flags use too. */
export const PolicyFile = z.strictObject({
  'fail-on-severity': z.string().optional(),
  reviewers: TextOrList.optional(),
  'fallback-reviewers': TextOrList.optional(),
  'family-policy': z.string().optional(),
  effort: z.string().optional(),
  focus: z.string().optional(),
  instructions: z.string().optional(),
  'on-not-evaluated': z.string().optional(),
  'min-coverage': z.number().optional(),
  'min-agreement': z.number().optional(),
  paths: TextOrList.optional(),
  'paths-ignore': TextOrList.optional(),
  isolation: z.string().optional(),
  authors: z.array(Author).max(maximumAuthors).optional(),
  models: z.record(z.string(), z.string()).optional(),
  'allowed-families': z.array(z.string()).optional(),
  'own-results': OwnResults.optional(),
  rules: z.array(Rule).max(maximumRules).optional(),
  exempt: z.array(Exempt).max(maximumExemptions).optional(),
  override: Override.optional(),
  suggestions: z.boolean().optional(),
  suppressions: z.array(Suppression).max(maximumSuppressions).optional(),
})
export type PolicyFile = z.infer<typeof PolicyFile>

/** The file's own words for a place in it: path, line and key. */
export type Label = (key: string) => string
