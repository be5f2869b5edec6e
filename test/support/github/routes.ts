import type { Routes } from './answer.js'
import { artifactRoutes } from './areas/artifacts.js'
import { checkRoutes } from './areas/checks.js'
import { issueRoutes } from './areas/issues.js'
import { peopleRoutes } from './areas/people.js'
import { pullRoutes } from './areas/pulls.js'
import { repositoryRoutes } from './areas/repository.js'
import { reviewCommentRoutes } from './areas/review-comments.js'
import { codeScanningRoutes } from './code-scanning/routes.js'
import type { Artifact } from './world.js'

/** Everything that the stand-in answers. */
export function allRoutes(downloadUrl: (artifact: Artifact) => string): Routes {
  return {
    ...repositoryRoutes,
    ...peopleRoutes,
    ...pullRoutes,
    ...issueRoutes,
    ...reviewCommentRoutes,
    ...checkRoutes,
    ...codeScanningRoutes,
    ...artifactRoutes(downloadUrl),
  }
}
