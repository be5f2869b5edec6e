import { type App, actionsApp, actionsBot, octocat, type Person } from './world.js'

export const permissionNames = [
  'actions',
  'checks',
  'contents',
  'issues',
  'members',
  'pull-requests',
  'security-events',
  'statuses',
] as const
export type PermissionName = (typeof permissionNames)[number]
export type Permissions = Readonly<Partial<Record<PermissionName, 'read' | 'write'>>>

/** Whose token it is: of a job, of another app's installation, or of a person. */
export type TokenKind = 'job' | 'app' | 'person'

export interface Token {
  readonly value: string
  readonly kind: TokenKind
  readonly permissions: Permissions
  readonly actor: Person
  readonly app: App | null
}

/** Everything that the token of a job can be given. */
export const writeAll: Permissions = {
  actions: 'write',
  checks: 'write',
  contents: 'write',
  issues: 'write',
  'pull-requests': 'write',
  'security-events': 'write',
  statuses: 'write',
}

/** What a job for a pull request from a fork, or of Dependabot, gets whatever its workflow says. */
export const forkPermissions: Permissions = {
  actions: 'read',
  checks: 'read',
  contents: 'read',
  issues: 'read',
  'pull-requests': 'read',
  'security-events': 'read',
  statuses: 'read',
}

const otherApp: App = { id: 424242, slug: 'some-other-app', name: 'Some other app' }
const otherBot: Person = { login: 'some-other-app[bot]', id: 999_001, type: 'Bot' }

export function makeToken(value: string, kind: TokenKind, permissions: Permissions): Token {
  switch (kind) {
    case 'job':
      return { value, kind, permissions, actor: actionsBot, app: actionsApp }
    case 'app':
      return { value, kind, permissions, actor: otherBot, app: otherApp }
    case 'person':
      return { value, kind, permissions, actor: octocat, app: null }
  }
}

/** Whether one of the permissions is there; anybody may read what a public repository shows. */
export function isAllowed(token: Token, needs: readonly string[], visibility: 'public' | 'private'): boolean {
  return needs.length === 0 || needs.some((need) => has(token, need) || (visibility === 'public' && isPublic(need)))
}

function has(token: Token, need: string): boolean {
  const [name, level] = need.split(': ')
  const granted = permissionNames.find((known) => known === name)
  if (granted === undefined) return false
  const given = token.permissions[granted]
  return given === 'write' || (given !== undefined && level === 'read')
}

/** Alerts are not public, nor who is in a team. */
function isPublic(need: string): boolean {
  return need.endsWith(': read') && !['security-events: read', 'members: read'].includes(need)
}

/** As in the header x-accepted-github-permissions. */
export function acceptedPermissions(needs: readonly string[]): string {
  return needs.map((need) => need.replaceAll('-', '_').replace(': ', '=')).join('; ')
}
