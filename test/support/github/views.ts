import { viewAlerts, viewAlertsShownOn } from './code-scanning/view.js'
import { pullRequestOf } from './pull-requests.js'
import type { GitHubStandIn } from './stand-in.js'
import type { World } from './world.js'

type Views = Pick<
  GitHubStandIn,
  'pullRequest' | 'alerts' | 'alertsShownOn' | 'comments' | 'reviewComments' | 'reviews' | 'checkRuns' | 'artifacts'
>

/** What people see of it. */
export function views(world: World): Views {
  return {
    pullRequest: (number) => pullRequestOf(world, number),
    alerts: (query = {}) => viewAlerts(world, query),
    alertsShownOn: (number) => viewAlertsShownOn(world, number),
    comments: (number) => [...world.comments.values()].filter(({ issue }) => issue === number),
    reviewComments: (number) => [...world.reviewComments.values()].filter(({ issue }) => issue === number),
    reviews: (number) => [...world.reviews.values()].filter(({ pullRequest }) => pullRequest === number),
    checkRuns: (sha) => [...world.checkRuns.values()].filter(({ headSha }) => headSha === sha),
    artifacts: () => [...world.artifacts.values()],
  }
}
