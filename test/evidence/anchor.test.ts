import { anchorOf, anchorOfQuote } from '../../src/evidence/anchor.js'
import { indexText } from '../../src/evidence/locate.js'

const typescript = `import { store } from './store.js'

export class Cart {
  /** The price of all items. */
  total(items: readonly Item[]): number {
    let sum = 0
    for (let index = 0; index < items.length - 1; index++) {
      sum += items[index].price
    }
    return sum
  }

  async save(
    order: Order,
  ): Promise<void> {
    await store.put(order.id, order)
  }
}

export const discount = async (order: Order) => {
  return order.total * 0.9
}

function main() {
  log('a')
  log('b')
  log('a')
}
`

/** The line on which the text stands, as a region. */
function regionOf(text: string, piece: string, lines = 1) {
  const startLine = text.split('\n').findIndex((line) => line.includes(piece)) + 1
  expect(startLine).toBeGreaterThan(0)
  return { startLine, endLine: startLine + lines - 1 }
}

function anchorAt(text: string, piece: string, lines = 1) {
  return anchorOf(indexText(text), regionOf(text, piece, lines))
}

describe('the symbol of an anchor', () => {
  it.each([
    ['a method', 'sum += items', 'Cart.total'],
    ['the declaration itself', 'total(items', 'Cart.total'],
    ['a method whose parameters take several lines', 'store.put', 'Cart.save'],
    ['an arrow function', 'order.total * 0.9', 'discount'],
    ['a function', "log('b')", 'main'],
    ['top level', 'import', ''],
  ])('is that of %s', (_name, piece, symbol) => {
    expect(anchorAt(typescript, piece).symbol).toBe(symbol)
  })

  it.each([
    [
      'Python',
      'class Store(Base):\n    @cached\n    async def get(self, key):\n        # note\n        return self.d[key]\n',
      'self.d',
      'Store.get',
    ],
    ['Go', 'func (s *Server) Handle(w io.Writer) {\n\tif s.on {\n\t\ts.mu.Lock()\n\t}\n}\n', 'Lock', 'Server.Handle'],
    [
      'Rust',
      'impl<T: Clone> Get for Box<T> {\n    #[inline]\n    pub fn get(&self) -> T {\n        self.x.clone()\n    }\n}\n',
      'clone()',
      'Get for Box<T>.get',
    ],
    [
      'Java',
      'public class Foo {\n    public int total(Order order,\n            int y) throws E {\n        if (y > 0) {\n            return 0;\n        }\n        return y;\n    }\n}\n',
      'return y',
      'Foo.total',
    ],
    [
      'C#',
      'namespace X\n{\n    class A\n    {\n        public async Task<int> Run(int a)\n        {\n            foreach (var i in xs)\n            {\n                Do(i);\n            }\n        }\n    }\n}\n',
      'Do(i)',
      'X.A.Run',
    ],
    ['C', 'static int\nfoo(int a)\n{\n#ifdef X\n    return a;\n#endif\n}\n', 'return a', 'foo'],
    [
      'Ruby',
      'module A\n  class B < C\n    def self.go(x)\n      x.each do |y|\n        puts y\n      end\n    end\n  end\nend\n',
      'puts',
      'A.B.go',
    ],
    [
      'PHP',
      '<?php\nclass A {\n    public static function run(array $a): int {\n        return count($a);\n    }\n}\n',
      'count',
      'A.run',
    ],
    ['Kotlin', 'class A {\n    override fun run(x: Int) {\n        go(x)\n    }\n}\n', 'go(x)', 'A.run'],
    [
      'YAML',
      'jobs:\n  build:\n    steps:\n      - run: make\n  test:\n    steps:\n      - run: make test\n',
      'make test',
      'jobs.test.steps',
    ],
    ['a shell script', 'build() {\n  make\n}\n', 'make', 'build'],
    ['Terraform', 'resource "aws_s3_bucket" "b" {\n  acl = "public-read"\n}\n', 'acl', 'resource "aws_s3_bucket" "b"'],
    ['SQL', 'CREATE TABLE IF NOT EXISTS orders (\n  region text\n);\n', 'region', 'orders'],
  ])('is found in %s', (_language, text, piece, symbol) => {
    expect(anchorAt(text, piece).symbol).toBe(symbol)
  })

  it('does not take a call or a condition for a declaration', () => {
    const text =
      'function a() {\n  if (x) {\n    y()\n  } else if (z) {\n    w()\n  }\n  app.get("/", (q) => {\n    q.end()\n  })\n}\n'
    for (const piece of ['y()', 'w()', 'q.end()']) expect(anchorAt(text, piece).symbol).toBe('a')
  })

  it('stays bounded however deep declarations nest', () => {
    const text = Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth % 290)}key${'x'.repeat(200)}:`).join(
      '\n',
    )
    const { symbol } = anchorOf(indexText(text), { startLine: 289, endLine: 289 })
    expect(symbol.length).toBeLessThan(1_000)
  })
})

describe('an anchor', () => {
  const before = anchorAt(typescript, 'index < items.length')

  it.each([
    ['other lines above it', `// one\n// two\n\n${typescript}`],
    ['another indentation', typescript.replaceAll('  ', '\t')],
    ['other line ends', typescript.replaceAll('\n', '\r\n')],
    ['other spaces within the line', typescript.replace('index < items.length', 'index  <  items.length')],
    ['a semicolon at its end and other quotes', typescript.replace('./store.js', 'x').replaceAll("'", '"')],
    [
      'changes of its neighbours',
      typescript.replace('let sum = 0', 'let sum = offset(items)').replace('sum +=', 'all +='),
    ],
  ])('survives %s', (_name, text) => {
    expect(anchorAt(text, 'items.length')).toEqual(before)
  })

  it('changes with the line itself and with the symbol around it', () => {
    expect(anchorAt(typescript.replace('length - 1', 'length'), 'items.length')).not.toEqual(before)
    expect(anchorAt(typescript.replace('total(items', 'sum(items'), 'items.length')).not.toEqual(before)
  })

  it('is the same for a longer quote around the telling line', () => {
    expect(anchorAt(typescript, 'let sum = 0', 3)).toEqual(before)
    expect(anchorAt(typescript, 'total(items', 4)).toEqual(before)
  })

  it('tells equal lines of one symbol apart by their order, and not those of other symbols', () => {
    const text = indexText(typescript)
    const last = typescript.split('\n').findLastIndex((line) => line.includes("log('a')")) + 1
    expect(anchorAt(typescript, "log('a')")).toEqual({ symbol: 'main', line: 'log("a")', occurrence: 1 })
    expect(anchorOf(text, { startLine: last, endLine: last }).occurrence).toBe(2)
    const twice = 'def a():\n    go(1)\ndef b():\n    go(1)\n'
    expect(anchorOf(indexText(twice), { startLine: 4, endLine: 4 })).toEqual({
      symbol: 'b',
      line: 'go(1)',
      occurrence: 1,
    })
  })

  it('would rather be a line that stands once in its symbol', () => {
    const text = 'function a() {\n  check(one, two, three)\n  b()\n  check(one, two, three)\n  use(one, two)\n}\n'
    expect(anchorOf(indexText(text), { startLine: 4, endLine: 5 }).line).toBe('use(one,two)')
  })

  it('would rather be code than a comment, a long message or a brace', () => {
    const text =
      'f() {\n  // This comment is much longer than any of the code is.\n  if (a >= limit) {\n    fail("a message that is longer than the condition")\n  }\n}\n'
    expect(anchorOf(indexText(text), { startLine: 2, endLine: 3 }).line).toBe('if(a>=limit){')
  })

  it.each([
    ['an empty file', ''],
    ['a region beyond the end', 'a\nb'],
  ])('is defined for %s', (_name, text) => {
    expect(anchorOf(indexText(text), { startLine: 9, endLine: 12 })).toEqual({ symbol: '', line: '', occurrence: 1 })
  })

  it('of a quote is its most telling line', () => {
    expect(anchorOfQuote('{\n  // why\n  const x = parse(input);\n}')).toEqual({
      symbol: '',
      line: 'constx=parse(input)',
      occurrence: 1,
    })
    expect(anchorOfQuote('')).toEqual({ symbol: '', line: '', occurrence: 1 })
  })
})
