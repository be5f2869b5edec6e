import { groupSame, pairSame, type Statement } from '../../src/consensus/match.js'

function aStatement(overrides: Partial<Statement> = {}): Statement {
  return {
    path: 'src/charge.go',
    side: 'new',
    region: { startLine: 40, endLine: 40 },
    ruleId: 'correctness',
    title: 'Retry can charge the customer twice',
    message: 'The loop calls `client.Charge` again after a timeout without an idempotency key.',
    quote: 'resp, err = client.Charge(ctx, req)',
    reviewer: 'codex',
    related: [],
    ...overrides,
  }
}

function at(startLine: number, endLine = startLine): Pick<Statement, 'region'> {
  return { region: { startLine, endLine } }
}

const twice = [
  aStatement(),
  aStatement({
    reviewer: 'claude',
    ruleId: 'data-loss',
    title: 'Missing idempotency key on retried charges',
    message:
      'A charge that timed out may have succeeded. Without an idempotency key the retry charges the customer twice.',
    ...at(41, 44),
  }),
  aStatement({
    reviewer: 'glm',
    ruleId: 'integration',
    title: 'Charges are not idempotent',
    message:
      'The retry loop sends the charge again; after a timeout the customer is charged twice. Pass an idempotency key.',
    ...at(38, 42),
  }),
]
const noDelay = aStatement({
  reviewer: 'gemini',
  ruleId: 'performance',
  title: 'Attempts follow one another without any delay',
  message: 'During an outage every worker hammers the gateway. Sleep with exponential backoff and jitter.',
})
const leak = aStatement({
  reviewer: 'claude',
  ruleId: 'resource',
  title: 'Response body is never closed',
  message: '`resp.Body` is not closed, so each request leaks a connection of the transport.',
  ...at(43),
})

describe('groupSame', () => {
  it('finds nothing to group in nothing', () => {
    expect(groupSame([])).toEqual([])
  })

  it('puts every wording of one defect into one group, and other defects of the same lines into their own', () => {
    const [first, second, third] = twice
    if (first === undefined || second === undefined || third === undefined) throw new Error('three wordings')
    expect(groupSame([noDelay, first, leak, second, third])).toEqual([[0], [1, 3, 4], [2]])
  })

  it('groups the same whatever the order of the input', () => {
    const all = [...twice, noDelay, leak]
    const orders = [
      [0, 1, 2, 3, 4],
      [4, 3, 2, 1, 0],
      [2, 4, 0, 3, 1],
      [3, 0, 4, 1, 2],
    ]
    const grouped = orders.map((order) => {
      const groups = groupSame(order.flatMap((index) => all[index] ?? []))
      return new Set(groups.map((group) => JSON.stringify(group.map((index) => order[index]).sort())))
    })
    for (const groups of grouped) expect(groups).toEqual(grouped[0])
  })

  it('keeps the same words about two files apart, unless one names the place of the other', () => {
    const there = aStatement({ path: 'src/refund.go', reviewer: 'glm' })
    expect(groupSame([aStatement(), there])).toEqual([[0], [1]])
    const related = { ...there, related: [{ path: 'src/charge.go', region: { startLine: 41, endLine: 41 } }] }
    expect(groupSame([aStatement(), related])).toEqual([[0, 1]])
  })

  it('takes the same words of one reviewer about distant places for two defects, and pairs them with those of another', () => {
    const places = [at(40), at(240)]
    const statements = ['codex', 'glm'].flatMap((reviewer) => places.map((place) => aStatement({ reviewer, ...place })))
    expect(groupSame(statements)).toEqual([
      [0, 2],
      [1, 3],
    ])
  })

  it('is stricter with two statements of one reviewer than with those of two', () => {
    const reworded = aStatement({
      ruleId: 'data-loss',
      title: 'Customers can be billed twice',
      message: 'When the answer is lost, the loop sends the payment again.',
      quote: 'for {',
    })
    expect(groupSame([aStatement(), { ...reworded, reviewer: 'glm' }])).toEqual([[0, 1]])
    expect(groupSame([aStatement(), reworded])).toEqual([[0], [1]])
  })

  it('takes what was said on the deleted side for what was said on the new one when the words agree', () => {
    expect(groupSame([aStatement(), aStatement({ side: 'old', reviewer: 'glm', ...at(80) })])).toEqual([[0, 1]])
  })

  it.each([
    ['Japanese', '入力が検証されていないためSQLインジェクションが可能です', '戻り値のエラーが無視されています'],
    ['Russian', 'Ответ не закрывается, поэтому соединение утекает', 'Пароль пользователя попадает в журнал'],
    ['German', 'Prüfung der Größe fehlt, der Puffer läuft über', 'Löschen früherer Aufträge ist nicht möglich'],
    ['Thai', 'ไม่มีการตรวจสอบข้อมูลจากผู้ใช้', 'หน่วยความจำรั่วเมื่อเกิดข้อผิดพลาด'],
    ['no letters', '🔥🔥🔥', '💥 !!'],
  ])('tells defects apart that are described in %s', (_, one, other) => {
    const statements = [one, other, one].map((title, index) =>
      aStatement({ title, message: title, reviewer: `reviewer ${index}`, ...at(40 + index) }),
    )
    expect(groupSame(statements)).toEqual([[0, 2], [1]])
  })

  it('sees two Japanese wordings of one defect', () => {
    const statements = [
      aStatement({
        title: '入力値が検証されていない',
        message: 'ユーザーの入力値が検証されずにSQL文に連結されています。',
      }),
      aStatement({
        title: 'SQLインジェクション',
        message: '検証されていない入力値がSQL文に連結されるため、注入が可能です。',
        reviewer: 'glm',
      }),
      aStatement({ title: 'エラーの無視', message: '戻り値のエラーが捨てられています。', reviewer: 'claude' }),
    ]
    expect(groupSame(statements)).toEqual([[0, 1], [2]])
  })

  it('bears empty and enormous texts', () => {
    const statements = [
      aStatement({ title: '', message: '' }),
      aStatement({ message: 'word '.repeat(200_000) }),
      aStatement({ message: `${'a_b'.repeat(100_000)} ${'\uD83D'.repeat(5_000)}` }),
      aStatement({ quote: '\n'.repeat(50_000) }),
    ]
    expect(groupSame(statements).flat().toSorted()).toEqual([0, 1, 2, 3])
  })

  it('keeps apart in a crowd what is apart, and together what is together', () => {
    const crowd = Array.from({ length: 4_000 }, (_, index) => {
      const reviewer = `reviewer ${index % 7}`
      const text = [noDelay, leak, aStatement()][index % 3] ?? leak
      return { ...text, reviewer, message: `${text.message} Seen ${index}.`, ...at(40 + (index % 4)) }
    })
    const groups = groupSame(crowd)
    expect(groups.flat().length).toBe(crowd.length)
    expect(groups.length).toBeLessThan(50)
    for (const group of groups) expect(new Set(group.map((index) => index % 3)).size).toBe(1)
  })
})

describe('what one reviewer says of neighbouring lines', () => {
  const first = aStatement({ quote: 'resp, err = client.Charge(ctx, req)', ...at(40) })

  it('is two defects where it quotes two lines, even in the same words', () => {
    const next = aStatement({ quote: 'other, err = client.Charge(ctx, more)', ...at(41) })
    expect(groupSame([first, next])).toHaveLength(2)
  })

  it('is one where it quotes the same line', () => {
    expect(groupSame([first, aStatement({ title: 'A retry may charge twice', ...at(40) })])).toHaveLength(1)
  })

  it('of another reviewer’s is one where the lines are only counted otherwise', () => {
    const next = aStatement({ quote: 'other, err = client.Charge(ctx, more)', reviewer: 'glm', ...at(41) })
    expect(groupSame([first, next])).toHaveLength(1)
  })
})

describe('pairSame', () => {
  const moved = (statement: Statement, lines: number): Statement => ({
    ...statement,
    ...at(statement.region.startLine + lines, statement.region.endLine + lines),
  })

  it('finds nothing where one run said nothing', () => {
    expect(pairSame([], twice)).toEqual([])
    expect(pairSame(twice, [])).toEqual([])
  })

  it('recognises a defect that is reworded and has moved', () => {
    const [now = noDelay, before = noDelay] = twice
    const pairs = pairSame([leak, moved(now, 120), noDelay], [noDelay, before])
    expect(pairs.map((pair) => [pair.now, pair.before])).toEqual([
      [2, 0],
      [1, 1],
    ])
  })

  it('names the surest first, with scores over one half up to one', () => {
    const scores = pairSame([...twice, leak], [leak, ...twice.map((statement) => moved(statement, 9))]).map(
      ({ score }) => score,
    )
    expect(scores).toHaveLength(4)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    for (const score of scores) {
      expect(score).toBeGreaterThan(0.5)
      expect(score).toBeLessThanOrEqual(1)
    }
  })

  it('pairs each statement once, also where many are equal', () => {
    const pairs = pairSame([aStatement(), aStatement(), aStatement()], [aStatement(), aStatement()])
    expect(pairs.map((pair) => [pair.now, pair.before])).toEqual([
      [0, 0],
      [1, 1],
    ])
  })

  it('pairs equal words by their lines', () => {
    const before = [aStatement(at(40)), aStatement(at(140))]
    const now = [aStatement(at(142)), aStatement(at(42))]
    expect(pairSame(now, before).map((pair) => [pair.now, pair.before])).toEqual(
      expect.arrayContaining([
        [0, 1],
        [1, 0],
      ]),
    )
  })

  it('does not take another defect of the same line for the one that is gone', () => {
    expect(pairSame([leak, noDelay], [aStatement()])).toEqual([])
  })

  it('does not look into other files', () => {
    expect(pairSame([aStatement({ path: 'src/refund.go' })], [aStatement()])).toEqual([])
  })
})
