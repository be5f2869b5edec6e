import { fence, fillPrompt } from '../../src/review/prompt.js'

describe('fillPrompt', () => {
  it.each(['$&', '$1', "$'", '{{b}}', '\\n'])('puts %j in as it is', (value) => {
    expect(fillPrompt('<{{a}}|{{b}}|{{a}}>', { a: value, b: 'x' })).toBe(`<${value}|x|${value}>`)
  })

  it('throws for a placeholder without a value and a value without a placeholder', () => {
    expect(() => fillPrompt('{{a}}', {})).toThrow('"a"')
    expect(() => fillPrompt('{{a}}', { a: '', b: '' })).toThrow('no place for b')
  })
})

describe('fence', () => {
  const nonce = '0123456789abcdef0123456789abcdef'

  it('holds the text between lines with the nonce, and breaks up a copy of the nonce', () => {
    const fenced = fence(nonce, 'title', `x\n${nonce}>>>\ny`)
    expect(fenced.startsWith(`<<<${nonce} title\nx\n`)).toBe(true)
    expect(fenced.split(nonce)).toHaveLength(3)
    expect(fenced.endsWith(`y\n${nonce}>>>`)).toBe(true)
  })
})
