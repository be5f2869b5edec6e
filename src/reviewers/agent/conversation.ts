import type { Effort, Endpoint } from '../../types/reviewer.js'

/** A function that the model may call, with the JSON Schema of its arguments. */
export interface ToolDefinition {
  readonly name: string
  readonly description: string
  readonly parameters: Readonly<Record<string, unknown>>
}

/** A call as the model wrote it; `arguments` should be a JSON object, and may be anything. */
export interface ToolCall {
  readonly id: string
  readonly name: string
  readonly arguments: string
}

export interface ToolResult {
  readonly call: ToolCall
  readonly text: string
  readonly failed: boolean
}

/** What the model did with one request. */
export type ModelTurn =
  | { readonly kind: 'calls'; readonly calls: readonly ToolCall[] }
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'refused' | 'cut-off'; readonly why: string }

/** One request of a conversation: the next words of the user, or the results of the calls before. */
export interface Step {
  readonly say: string | readonly ToolResult[]
  /** `withheld`: the model must answer now. */
  readonly tools: 'offered' | 'withheld'
}

/** What a conversation starts from. */
export interface Opening {
  readonly endpoint: Endpoint
  readonly model: string
  readonly effort: Effort
  readonly instructions: string
  readonly tools: readonly ToolDefinition[]
  readonly outputSchema: object
  readonly signal: AbortSignal
}

/** A conversation in one wire format. A request that fails leaves it as it was, so that it can be made again. */
export interface Conversation {
  /** Throws CallFailure. */
  ask(step: Step): Promise<ModelTurn>
  /**
   * Stops asking the server to enforce the form of the answer; false where it did not. Servers that constrain what the
   * model writes from its first token (vLLM, Ollama) thereby forbid it to call tools.
   */
  stopEnforcing(): boolean
  /** As the server names it; undefined before its first answer. */
  model(): string | undefined
}

/** Opens a conversation. */
export type OpenConversation = (opening: Opening) => Promise<Conversation>
