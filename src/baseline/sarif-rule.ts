import { type Certainty, isProven, type Result } from '../types/result.js'
import { type RuleId, severities } from '../types/rule.js'

/** What decides where a result is filed. */
export type Filed = Certainty & Pick<Result, 'ruleId' | 'severity'>

/** The rule under which code scanning files a result; what is not proven gets no rank in the security tab. */
export function sarifRuleId(result: Filed): string {
  return result.ruleId === 'security' && isProven(result) ? `security/${result.severity}` : result.ruleId
}

/** Whether results of that rule can be filed under that SARIF rule. */
export function isSarifRuleOf(ruleId: RuleId, candidate: string): boolean {
  if (candidate === ruleId) return true
  return ruleId === 'security' && severities.some((severity) => candidate === `security/${severity}`)
}
