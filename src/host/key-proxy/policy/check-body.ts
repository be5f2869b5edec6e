import type { WireFormat } from '../../../types/egress.js'
import type { Route } from '../routes.js'
import { checkChatBody } from './chat.js'
import { checkGeminiBody, checkGeminiCountBody } from './gemini.js'
import { checkCountBody, checkMessagesBody } from './messages.js'
import type { PolicyDecision } from './policy.js'
import { checkResponsesBody } from './responses.js'

/** Whether a body may be sent: an allow-list, so that what a provider invents next is refused until somebody looks. */
export function checkBody(
  value: unknown,
  { wire, route, model }: { readonly wire: WireFormat; readonly route: Route; readonly model: string },
): PolicyDecision {
  switch (wire) {
    case 'responses':
      return checkResponsesBody(value, model)
    case 'chat':
      return checkChatBody(value, model)
    case 'messages':
      return route.kind === 'count' ? checkCountBody(value, model) : checkMessagesBody(value, model)
    case 'gemini':
      return route.kind === 'count' ? checkGeminiCountBody(value) : checkGeminiBody(value)
  }
}
