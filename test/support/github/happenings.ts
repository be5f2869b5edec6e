import { addComment, addEvent } from './areas/issues.js'
import { addReviewComment } from './areas/review-comments.js'
import type { Alert } from './code-scanning/memory.js'
import { dismiss } from './code-scanning/routes.js'
import {
  changeLabel,
  mergePullRequest,
  openPullRequest,
  pullRequestOf,
  pushHead,
  setMergeCommit,
} from './pull-requests.js'
import { addArtifact } from './results-service.js'
import type { GitHubStandIn } from './stand-in.js'
import { type Comment, knowCommit, moveRef, octocat, personOf, type World, zeroSha } from './world.js'

type Happenings = Happen<
  | 'addPerson'
  | 'addPullRequest'
  | 'push'
  | 'pushBranch'
  | 'deleteBranch'
  | 'addCommit'
  | 'merge'
  | 'mergeAnew'
  | 'closePullRequest'
  | 'setDraft'
  | 'label'
  | 'unlabel'
  | 'comment'
  | 'editComment'
  | 'reviewComment'
  | 'dismissAlert'
  | 'reopenAlert'
  | 'addRun'
  | 'addArtifact'
>
type Happen<K extends keyof GitHubStandIn> = Pick<GitHubStandIn, K>

/** What people, bots and git do to the repository. */
export function happenings(world: World): Happenings {
  return {
    ...onBranches(world),
    ...onPullRequests(world),
    ...inConversation(world),
    ...onAlerts(world),
    ...inRuns(world),
  }
}

function onBranches(world: World): Happen<'pushBranch' | 'deleteBranch' | 'addCommit' | 'addPerson'> {
  return {
    pushBranch: (branch, sha, kind = 'push') => moveRef(world, `refs/heads/${branch}`, { to: sha, kind }),
    deleteBranch: (branch) => {
      const ref = `refs/heads/${branch}`
      const at = world.clock.stamp()
      const before = world.refs.get(ref) ?? zeroSha
      world.refs.delete(ref)
      world.pushes.push({
        id: world.nextId(),
        ref,
        before,
        after: zeroSha,
        at,
        actor: octocat,
        kind: 'branch_deletion',
      })
    },
    addCommit: (sha) => knowCommit(world, sha),
    addPerson: (login, { role = 'none', teams = [] } = {}) => {
      world.members.set(login.toLowerCase(), { person: personOf(world, login), role, teams })
    },
  }
}

function onPullRequests(
  world: World,
): Happen<'addPullRequest' | 'push' | 'merge' | 'mergeAnew' | 'closePullRequest' | 'setDraft' | 'label' | 'unlabel'> {
  const at = (number: number) => pullRequestOf(world, number)
  return {
    addPullRequest: (pull) => openPullRequest(world, pull),
    push: (number, to) => pushHead(world, at(number), to),
    merge: (number, sha) => mergePullRequest(world, at(number), sha),
    mergeAnew: (number, sha) => setMergeCommit(world, at(number), sha),
    closePullRequest: (number) => {
      at(number).state = 'closed'
      addEvent(world, number, { event: 'closed', actor: octocat })
    },
    setDraft: (number, draft) => {
      at(number).draft = draft === 'draft'
      addEvent(world, number, { event: draft === 'draft' ? 'convert_to_draft' : 'ready_for_review', actor: octocat })
    },
    label: (number, label, by = octocat.login) => changeLabel(world, at(number), { event: 'labeled', label, by }),
    unlabel: (number, label, by = octocat.login) => changeLabel(world, at(number), { event: 'unlabeled', label, by }),
  }
}

function inConversation(world: World): Happen<'comment' | 'editComment' | 'reviewComment'> {
  return {
    comment: (number, by, body) => addComment(world, number, { author: personOf(world, by), app: null, body }).id,
    editComment: (id, body) => {
      const comment: Comment | undefined = world.comments.get(id) ?? world.reviewComments.get(id)
      if (comment === undefined) throw new Error(`there is no comment ${id}`)
      comment.body = body
      comment.updatedAt = world.clock.stamp()
    },
    reviewComment: (number, { by, path, line, side = 'RIGHT', body }) => {
      const pull = pullRequestOf(world, number)
      const place = { path, line, side, body, subject_type: 'line' } as const
      const author = personOf(world, by)
      return addReviewComment(world, pull, { place, author, app: null, commit: pull.head, review: null }).id
    },
  }
}

function onAlerts(world: World): Happen<'dismissAlert' | 'reopenAlert'> {
  const at = (number: number): Alert => {
    const alert = [...world.scanning.alerts.values()].find((one) => one.number === number)
    if (alert === undefined) throw new Error(`there is no alert ${number}`)
    return alert
  }
  return {
    dismissAlert: (number, by, reason = 'false positive') =>
      dismiss(world, at(number), { by: personOf(world, by), reason, comment: null }),
    reopenAlert: (number) => {
      at(number).dismissal = null
    },
  }
}

function inRuns(world: World): Happen<'addRun' | 'addArtifact'> {
  return {
    addRun: (run) => {
      const id = world.nextId()
      const made = { id, headRepository: world.settings.repository, createdAt: world.clock.stamp(), ...run }
      world.runs.push(made)
      return made
    },
    addArtifact: (artifact) => addArtifact(world, artifact),
  }
}
