import { inertInJob, inertJsonInJob, inertLogText } from '../../src/report/log-text.js'

describe('foreign text in the log', () => {
  const commands =
    'a\n::stop-commands::pwn\n::set-output name=verdict::pass\r\n  ::error file=../../x::spoof\r::endgroup::\u0085::add-mask::e\u2028::x::\u2029::y::\v::z::\f::w::\nmid ##[add-mask]a ##[set-env name=X]y'

  it('lets no line start with a command, whatever ends the lines', () => {
    const lines = inertLogText(commands)
    expect(lines).toHaveLength(11)
    for (const line of lines) expect(line).toMatch(/^│ /)
    expect(lines.join('\n')).not.toMatch(/^\s*::/m)
    expect(lines.join('\n')).not.toMatch(/[\r\v\f\u0085\u2028\u2029]/)
  })

  it.each([
    ['##[error]x', '│ # #[error]x'],
    ['###[error]x', '│ ## #[error]x'],
    ['#\u0000#[error]x', '│ # #[error]x'],
    ['#\u200b#[error]x', '│ # #[error]x'],
    ['#\u001b[0m#[error]x', '│ # #[error]x'],
  ])('breaks the old command grammar in %j', (text, expected) => {
    expect(inertLogText(text)).toEqual([expected])
  })

  it('strips terminal control and keeps the words', () => {
    expect(inertLogText('\u001b[2Jhello\u0007\tworld\n')).toEqual(['│ hello\tworld'])
  })
})

describe('a line that nobody could read', () => {
  it('is cut, and says by how much', () => {
    const [line] = inertLogText(`${'x'.repeat(100_000)}##[error]y`)
    expect(line).toHaveLength(2 + 65_536 + ' … (34474 characters more)'.length)
    expect(line).toMatch(/x … \(34474 characters more\)$/)
  })
})

describe('a finished text in the log of a job', () => {
  it('keeps its layout, and no line of it is a command', () => {
    const text = 'Title\n  wrapped ##[error]x\n  ::add-mask::e\na\r::error::b\n\u0085::x::\n| a :: b |\n'
    expect(inertInJob(text)).toBe(
      'Title\n  wrapped # #[error]x\n│   ::add-mask::e\na\n│ ::error::b\n\n│ ::x::\n| a :: b |\n',
    )
  })

  it('is the same JSON value', () => {
    const value = { text: '##[error]x ###[y', 'k##[': 1 }
    const shown = inertJsonInJob(JSON.stringify(value))
    expect(shown).not.toContain('##[')
    expect(JSON.parse(shown)).toEqual(value)
  })
})
