/** A fenced YAML block of a Markdown page that is a whole workflow. */
export interface WorkflowBlock {
  /** 1-based line of the opening fence. */
  readonly line: number
  readonly text: string
}

/** Finds the complete workflows among a page's code blocks: YAML that has both `on:` and `jobs:` at its left margin. */
export function workflowBlocks(markdown: string): readonly WorkflowBlock[] {
  return codeBlocks(markdown).filter(({ text }) => /^on:/m.test(text) && /^jobs:/m.test(text))
}

/** Relative link targets of a page, without their fragments. */
export function relativeLinks(markdown: string): readonly string[] {
  const prose = withoutCodeBlocks(markdown)
  return [...prose.matchAll(/\]\(([^()\s]{1,500})\)/g)]
    .map((match) => match[1] ?? '')
    .filter((target) => !/^(?:[a-z]+:|#)/i.test(target))
    .map((target) => target.split('#')[0] ?? '')
}

function codeBlocks(markdown: string): readonly WorkflowBlock[] {
  const lines = markdown.split('\n')
  return lines.flatMap((line, index) => {
    if (!/^```ya?ml$/.test(line)) return []
    const end = lines.indexOf('```', index + 1)
    return [{ line: index + 1, text: `${lines.slice(index + 1, end).join('\n')}\n` }]
  })
}

function withoutCodeBlocks(markdown: string): string {
  let fenced = false
  const prose = markdown.split('\n').filter((line) => {
    if (line.startsWith('```')) fenced = !fenced
    return !fenced && !line.startsWith('```')
  })
  return prose.join('\n')
}
