import { data, Evaluator, Lexer, Parser } from '@actions/expressions'

/** What a workflow expression may ask: `github`, `steps` and so on, as JSON values. */
export type Contexts = Readonly<Record<string, unknown>>

const cancelled = { name: 'cancelled', minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(false) }

/**
 * The value of a workflow expression by GitHub's own evaluator, as text; with or without `${{ }}` around it. The run is
 * never a cancelled one.
 */
export function evaluateExpression(text: string, contexts: Contexts): string {
  const inner = /^\$\{\{(.*)\}\}$/s.exec(text.trim())?.[1] ?? text
  const { tokens } = new Lexer(inner).lex()
  const expression = new Parser(tokens, Object.keys(contexts), [cancelled]).parse()
  const context: unknown = JSON.parse(JSON.stringify(contexts), data.reviver)
  if (!(context instanceof data.Dictionary)) throw new Error('The contexts are no dictionary.')
  const functions = new Map([[cancelled.name, cancelled]])
  return new Evaluator(expression, context, functions).evaluate().coerceString()
}

/** Text in which each `${{ }}` is replaced by its value. */
export function fillExpressions(text: string, contexts: Contexts): string {
  return text.replaceAll(/\$\{\{([^{}]*)\}\}/g, (_whole, inner: string) => evaluateExpression(inner, contexts))
}
