import { type Answer, type Call, notFound, ok, problem, type Routes } from '../answer.js'
import type { Member, Person, Role, World } from '../world.js'

/** Who is asking, and who may do what. */
export const peopleRoutes: Routes = {
  'get /repos/{owner}/{repo}/collaborators/{username}/permission': { needs: [], answer: readPermission },
  'get /orgs/{org}/teams/{team_slug}/memberships/{username}': { needs: ['members: read'], answer: readMembership },
  'get /user': { needs: [], answer: readSelf },
  'get /users/{username}': { needs: [], answer: readUser },
  // It wants the key of the app itself, which no job has.
  'get /app': { needs: [], answer: () => problem(401, 'A JSON web token could not be decoded') },
  'get /rate_limit': { needs: [], answer: readRateLimit },
}

export function userOf({ login, id, type }: Person): object {
  return { login, id, type, site_admin: false }
}

/** The four words that the API had before there were roles. */
const legacy: Readonly<Record<Role, 'admin' | 'write' | 'read' | 'none'>> = {
  admin: 'admin',
  maintain: 'write',
  write: 'write',
  triage: 'read',
  read: 'read',
  none: 'none',
}
const ranks: readonly Role[] = ['none', 'read', 'triage', 'write', 'maintain', 'admin']

function readPermission(call: Call, world: World): Answer {
  const name = call.params['username'] ?? ''
  const member = memberOf(world, name)
  if (member === undefined) return problem(404, `${name} is not a user`)
  const { person, role } = member
  const reaches = (needed: Role) => ranks.indexOf(role) >= ranks.indexOf(needed)
  const permissions = {
    pull: reaches('read'),
    triage: reaches('triage'),
    push: reaches('write'),
    maintain: reaches('maintain'),
    admin: reaches('admin'),
  }
  return ok({ permission: legacy[role], role_name: role, user: { ...userOf(person), permissions, role_name: role } })
}

function readMembership(call: Call, world: World): Answer {
  const team = `${call.params['org']}/${call.params['team_slug']}`
  const member = memberOf(world, call.params['username'] ?? '')
  return member?.teams.includes(team)
    ? ok({ role: 'member', state: 'active', url: `${call.apiUrl}${call.path}` })
    : notFound
}

function readSelf(call: Call): Answer {
  const { kind, actor } = call.token
  return kind === 'person' ? ok(userOf(actor)) : problem(403, 'Resource not accessible by integration')
}

function readUser(call: Call, world: World): Answer {
  const member = memberOf(world, call.params['username'] ?? '')
  return member === undefined ? notFound : ok(userOf(member.person))
}

function readRateLimit(): Answer {
  const core = { limit: 1_000, remaining: 999, reset: 0, used: 1 }
  return ok({ resources: { core, search: core }, rate: core })
}

function memberOf(world: World, login: string): Member | undefined {
  return world.members.get(login.toLowerCase())
}
