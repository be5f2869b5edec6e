// Cuts GitHub's OpenAPI description down to what the stand-in for GitHub (test/support/github) answers:
//   npm pack @octokit/openapi@23.0.2 && tar -xzf octokit-openapi-23.0.2.tgz
//   node scripts/cut-openapi.mjs package > test/fixtures/github-openapi.json
// The package is 400 MB unpacked, which is why it is no dependency. Kept are the parameters and bodies of the requests
// below, the status codes, and the shape of the answers as far as properties and types go; texts and examples are left
// out. To answer one more path: add it here, cut again, and write its handler.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const repository = '/repos/{owner}/{repo}'
const operations = [
  `get ${repository}`,
  `get ${repository}/activity`,
  `get ${repository}/actions/artifacts`,
  `get ${repository}/actions/artifacts/{artifact_id}`,
  `get ${repository}/actions/artifacts/{artifact_id}/{archive_format}`,
  `get ${repository}/actions/runs`,
  `get ${repository}/actions/runs/{run_id}`,
  `get ${repository}/actions/runs/{run_id}/artifacts`,
  `get ${repository}/branches/{branch}`,
  `post ${repository}/check-runs`,
  `get ${repository}/check-runs/{check_run_id}`,
  `patch ${repository}/check-runs/{check_run_id}`,
  `get ${repository}/check-runs/{check_run_id}/annotations`,
  `get ${repository}/code-scanning/alerts`,
  `get ${repository}/code-scanning/alerts/{alert_number}`,
  `patch ${repository}/code-scanning/alerts/{alert_number}`,
  `get ${repository}/code-scanning/alerts/{alert_number}/instances`,
  `get ${repository}/code-scanning/analyses`,
  `get ${repository}/code-scanning/analyses/{analysis_id}`,
  `post ${repository}/code-scanning/sarifs`,
  `get ${repository}/code-scanning/sarifs/{sarif_id}`,
  `get ${repository}/collaborators/{username}/permission`,
  `get ${repository}/commits/{commit_sha}/pulls`,
  `get ${repository}/commits/{ref}`,
  `get ${repository}/commits/{ref}/check-runs`,
  `get ${repository}/commits/{ref}/check-suites`,
  `get ${repository}/git/ref/{ref}`,
  `get ${repository}/issues/{issue_number}`,
  `get ${repository}/issues/{issue_number}/comments`,
  `post ${repository}/issues/{issue_number}/comments`,
  `get ${repository}/issues/comments/{comment_id}`,
  `patch ${repository}/issues/comments/{comment_id}`,
  `delete ${repository}/issues/comments/{comment_id}`,
  `get ${repository}/issues/{issue_number}/events`,
  `get ${repository}/issues/{issue_number}/labels`,
  `get ${repository}/issues/{issue_number}/timeline`,
  `get ${repository}/pulls`,
  `get ${repository}/pulls/{pull_number}`,
  `get ${repository}/pulls/{pull_number}/comments`,
  `post ${repository}/pulls/{pull_number}/comments`,
  `post ${repository}/pulls/{pull_number}/comments/{comment_id}/replies`,
  `get ${repository}/pulls/comments/{comment_id}`,
  `patch ${repository}/pulls/comments/{comment_id}`,
  `delete ${repository}/pulls/comments/{comment_id}`,
  `get ${repository}/pulls/{pull_number}/commits`,
  `get ${repository}/pulls/{pull_number}/files`,
  `get ${repository}/pulls/{pull_number}/reviews`,
  `post ${repository}/pulls/{pull_number}/reviews`,
  `get ${repository}/pulls/{pull_number}/reviews/{review_id}`,
  `get ${repository}/pulls/{pull_number}/reviews/{review_id}/comments`,
  `post ${repository}/statuses/{sha}`,
  'get /orgs/{org}/teams/{team_slug}/memberships/{username}',
  'get /app',
  'get /rate_limit',
  'get /user',
  'get /users/{username}',
]
/** How many levels of properties the answers keep. */
const ANSWER_DEPTH = 3
/** Each of these answers is one of dozens of shapes: half of the file, and of little use. */
const withoutShape = [
  `get ${repository}/issues/{issue_number}/events`,
  `get ${repository}/issues/{issue_number}/timeline`,
]
/** The line of an outdated review comment is null, whatever the description says. */
const nullInTruth = new Set(['line'])
const noise = new Set([
  'description',
  'example',
  'examples',
  'title',
  'summary',
  'deprecated',
  'default',
  'externalDocs',
])

const [directory] = process.argv.slice(2)
if (directory === undefined) throw new Error('say where the unpacked package of @octokit/openapi is')
const { version } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'))
const description = JSON.parse(readFileSync(join(directory, 'generated', 'api.github.com.json'), 'utf8'))
const paths = {}
for (const operation of operations) {
  const [method, path] = operation.split(' ')
  const found = description.paths[path]?.[method]
  if (found === undefined) throw new Error(`the description does not know ${operation}`)
  paths[path] = { ...paths[path], [method]: cut(found, withoutShape.includes(operation) ? 0 : ANSWER_DEPTH) }
}
process.stdout.write(`${JSON.stringify({ source: `@octokit/openapi ${version}, api.github.com`, paths })}\n`)

function cut(operation, answerDepth) {
  const body = operation.requestBody && follow(operation.requestBody)
  return {
    parameters: (operation.parameters ?? []).map(follow).map(cutParameter),
    ...(body && { body: { required: body.required === true, schema: schemaOf(body, Number.POSITIVE_INFINITY) } }),
    answers: Object.fromEntries(
      Object.entries(operation.responses).map(([status, answer]) => [
        status,
        status.startsWith('2') && answerDepth > 0 ? optional(schemaOf(follow(answer), answerDepth)) : {},
      ]),
    ),
  }
}

function cutParameter({ name, in: place, required = false, schema }) {
  return { name, in: place, required, schema: simplify(schema, Number.POSITIVE_INFINITY) }
}

function schemaOf({ content = {} }, depth) {
  const schema = content['application/json']?.schema
  return schema === undefined ? {} : simplify(schema, depth)
}

/** Without references and texts; below `depth` levels of properties anything goes. */
function simplify(schema, depth) {
  if (Array.isArray(schema)) return schema.map((one) => simplify(one, depth))
  if (schema === null || typeof schema !== 'object') return schema
  if ('$ref' in schema) return simplify(follow(schema), depth)
  const kept = Object.entries(schema).filter(([key]) => !noise.has(key) && !key.startsWith('x-'))
  return Object.fromEntries(kept.map(([key, value]) => [key, simplifyKeyword(key, value, depth)]))
}

function simplifyKeyword(key, value, depth) {
  switch (key) {
    case 'properties':
      return Object.fromEntries(
        Object.entries(value).map(([name, schema]) => [name, depth === 0 ? {} : simplify(schema, depth - 1)]),
      )
    case 'enum':
    case 'required':
      return value
    default:
      return simplify(value, depth)
  }
}

/** Every property may be left out: the stand-in answers what somebody reads. */
function optional(schema) {
  if (Array.isArray(schema)) return schema.map(optional)
  if (schema === null || typeof schema !== 'object') return schema
  const { required: _, properties, format: __, ...others } = schema
  const rest = Object.fromEntries(
    Object.entries(others).map(([key, value]) => [alternatives(key), key === 'enum' ? value : optional(value)]),
  )
  if (properties === undefined) return rest
  const names = Object.entries(properties).map(([name, value]) => [
    name,
    nullInTruth.has(name) ? { ...optional(value), nullable: true } : optional(value),
  ])
  return { ...rest, properties: Object.fromEntries(names) }
}

/** What only its required properties told apart is no longer exactly one. */
function alternatives(key) {
  return key === 'oneOf' ? 'anyOf' : key
}

function follow(value) {
  if (!('$ref' in value)) return value
  const keys = value.$ref.slice(2).split('/')
  return follow(keys.reduce((node, key) => node[key.replaceAll('~1', '/').replaceAll('~0', '~')], description))
}
