import { answers, offByOne, reads, reviewPullRequest } from '../support/review-pull-request.js'
it('smoke', async () => {
  const t = Date.now()
  const run = await reviewPullRequest({ turns: [reads, answers([offByOne()])] })
  console.log(Date.now() - t, JSON.stringify({ ...run, requests: run.requests.length, sarif: run.sarif?.length }, null, 1))
})
