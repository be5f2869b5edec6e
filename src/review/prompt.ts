const PLACEHOLDER = /\{\{([a-z_]+)\}\}/g

/**
 * Fills `{{snake_case}}` placeholders in one pass, so that what looks like a placeholder inside a value stays text.
 * A placeholder without a value and a value without a placeholder are bugs, and throw.
 */
export function fillPrompt(template: string, values: Readonly<Record<string, string>>): string {
  const used = new Set<string>()
  const filled = template.replace(PLACEHOLDER, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`The prompt asks for "${name}", which nothing fills`)
    used.add(name)
    return value
  })
  const unused = Object.keys(values).filter((name) => !used.has(name))
  if (unused.length > 0) throw new Error(`The prompt has no place for ${unused.join(', ')}`)
  return filled
}

/**
 * Puts untrusted text between lines that hold a nonce of the run, each field in a fence of its own. The nonce is random
 * (128 bits), so text cannot close its fence; a copy of it in the text would be no accident and is broken up.
 */
export function fence(nonce: string, label: string, text: string): string {
  const inert = text.replaceAll(nonce, `${nonce.slice(0, 8)}…`)
  return `<<<${nonce} ${label}\n${inert}\n${nonce}>>>`
}
