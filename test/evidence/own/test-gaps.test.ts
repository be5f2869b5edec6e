import { testGaps } from '../../../src/evidence/own/test-gaps.js'
import type { FileDiff } from '../../../src/types/diff.js'
import { aFileDiff, aHunk } from '../../diff/builders.js'
import { addedFile, deletedFile } from './changed-file.js'

/** What is seen, as `title @ side line`. */
function see(...files: readonly FileDiff[]): readonly string[] {
  return testGaps(files).map(({ title, anchor }) => `${title} @ ${anchor.side} ${anchor.line}`)
}

/** A changed file of one hunk, written with signs; a text is cut at its line ends. */
function changed(path: string, signed: string, section = ''): FileDiff {
  return aFileDiff({ path, hunks: [aHunk(signed.replace(/^\n|\n$/g, '').split('\n'), { section })] })
}

const messages = (...files: readonly FileDiff[]) =>
  testGaps(files)
    .map(({ what }) => what)
    .join('\n')

describe('a removed test', () => {
  it.each([
    ['JavaScript', 'test/a.test.js', "-  it('adds', () => {", 'adds'],
    ['TypeScript in backticks', 'src/a.spec.ts', '-  test(`adds`, async () => {', 'adds'],
    ['node:test', 'test/a.mjs', "-  await t.test('adds', () => {", 'adds'],
    ['Python', 'tests/test_a.py', '-    async def test_adds(self):', 'test_adds'],
    ['Go', 'pkg/a_test.go', '-func TestAdds(t *testing.T) {', 'TestAdds'],
    ['a Go suite', 'pkg/a_test.go', '-func (s *Suite) TestAdds() {', 'TestAdds'],
    ['Rust', 'src/a.rs', '-    #[test]\n-    fn adds() {', 'adds'],
    ['Rust with tokio', 'src/a.rs', '-    #[tokio::test]\n-    async fn adds() {', 'adds'],
    ['Java', 'src/test/java/ATest.java', '-    @Test\n-    public void adds() {', 'adds'],
    ['Java on one line', 'src/test/java/ATest.java', '-    @Test void adds() {', 'adds'],
    ['Kotlin', 'src/test/kotlin/ATest.kt', '-    @Test\n-    fun `adds two numbers`() {', '`adds two numbers`'],
    ['C#', 'tests/ATests.cs', '-    [Fact]\n-    public async Task Adds()', 'Adds'],
    ['RSpec', 'spec/a_spec.rb', "-  it 'adds' do", 'adds'],
    ['Minitest', 'test/a_test.rb', '-  def test_adds', 'test_adds'],
    ['PHPUnit', 'tests/ATest.php', '-    public function testAdds(): void', 'testAdds'],
    ['PHPUnit with an attribute', 'tests/ATest.php', '-    #[Test]\n-    public function adds(): void', 'adds'],
    ['Pest', 'tests/Unit/ATest.php', "-it('adds', function () {", 'adds'],
    ['Swift', 'Tests/ATests.swift', '-    func testAdds() {', 'testAdds'],
  ])('is seen in %s', (_, path, lines, name) => {
    const file = changed(path, ` before()\n${lines}\n-      body()\n after()`)
    const line = lines.split('\n').length + 1
    expect(see(file)).toEqual([`A test is removed @ old ${line}`])
    expect(messages(file)).toContain(`The test "${name}" is removed and appears nowhere else in this change.`)
  })

  it('is seen when only what makes it a test goes', () => {
    const file = changed('src/a.rs', '     mod tests {\n-    #[test]\n     fn adds() {\n         assert!(true);')
    expect(see(file)).toEqual(['A test is removed @ old 3'])
  })

  it('is not a test whose name is written elsewhere in the change', () => {
    const from = changed('test/a.test.js', "-  it('adds', () => {\n-    expect(add(1, 1)).toBe(2)\n-  })")
    const to = addedFile('test/b.test.js', ["it('adds', () => {", '  expect(add(1, 1)).toBe(2)', '})'])
    expect(see(from, to)).toEqual([])
    expect(see(from)).toEqual(['A test is removed @ old 1'])
  })

  it('is not one whose name moved into a table', () => {
    const file = changed('test/a_test.go', '-func TestAdds(t *testing.T) {\n+var runs = []string{"TestAdds"}')
    expect(see(file)).toEqual([])
  })

  it('is one whose name is only spoken of in a comment', () => {
    const file = changed('tests/test_a.py', '-def test_adds():\n-    assert add(1, 1) == 2\n+# test_adds was flaky')
    expect(see(file)).toEqual(['A test is removed @ old 1'])
  })

  it('is not one that gets another name in its place', () => {
    const file = changed(
      'test/a.test.js',
      "-  it('adds', () => {\n+  it('adds two numbers', () => {\n     run()\n   })",
    )
    expect(see(file)).toEqual([])
  })

  it('is the one of two that has nothing in common with the new name', () => {
    const file = changed(
      'test/a.test.js',
      "-  it('subtracts numbers', () => {})\n-  it('adds numbers', () => {})\n+  it('adds all numbers', () => {})",
    )
    expect(messages(file)).toContain('"subtracts numbers"')
    expect(see(file).length).toBe(1)
  })

  it('is not one of several that become a table', () => {
    const file = changed(
      'test/a.test.js',
      "-  it('adds 1', () => {})\n-  it('adds 2', () => {})\n+  it.each([1, 2])('adds %i', (n) => {})",
    )
    expect(see(file)).toEqual([])
  })

  it('is one whatever loop is written in another place of the file', () => {
    const hunks = [aHunk(["-  it('adds', () => {})"]), aHunk(['+  for (const one of all) run(one)'], { newStart: 90 })]
    expect(see(aFileDiff({ path: 'test/a.test.js', hunks }))).toEqual(['A test is removed @ old 1'])
  })

  it('is not one that did not run anyway', () => {
    expect(see(changed('test/a.test.js', "-  it.skip('adds', () => {})"))).toEqual([])
  })

  it.each([
    ['a comment', "-  // it('adds', () => {"],
    ['a block comment', "-  /*\n-  it('adds', () => {\n-  */"],
    ['a string', '-  "it(\'adds\', () => {",'],
    ['a text of several lines', "-  const source = `\n-  it('adds', () => {\n-  `"],
    ['a call of the same name', "-  it(adds, 'x')\n-  test.beforeEach(() => {})\n-  pattern.test('adds')"],
  ])('is not seen in %s', (_, lines) => {
    expect(see(changed('test/a.test.js', lines))).toEqual([])
  })

  it('is seen behind a regular expression that holds a quote', () => {
    const lines = "   const plain = text.replace(/[`'/]/g, '') / 2 / 1\n   run(`a`)\n-  it('adds', () => {})"
    expect(see(changed('test/a.test.js', lines))).toEqual(['A test is removed @ old 3'])
  })

  it('is not looked for outside of tests', () => {
    expect(see(changed('src/a.py', '-def test_connection():\n-    assert ping()'))).toEqual([])
    expect(see(changed('test/notes.md', "-  it('adds', () => {"))).toEqual([])
  })

  it('has its name shown in one short visible line', () => {
    const name = `\u202e${'x'.repeat(5_000)}`
    const said = messages(changed('test/a.test.js', `-  it('${name.slice(0, 500)}', () => {`))
    expect(said).toContain('"⟨U+202E⟩xxx')
    expect(said.length).toBeLessThan(250)
  })
})

describe('a deleted test file', () => {
  const lines = ["describe('add', () => {", "  it('adds', () => {})", "  it('carries', () => {})", '})']

  it('is one sighting, which counts its tests', () => {
    const file = deletedFile('test/add.test.ts', lines)
    expect(see(file)).toEqual(['A test file is deleted @ old 1'])
    expect(messages(file)).toBe('This test file is deleted. 2 tests, such as "adds", went with it.')
  })

  it('is none when its tests are written elsewhere', () => {
    expect(see(deletedFile('test/add.test.ts', lines), addedFile('test/all.test.ts', lines))).toEqual([])
  })

  it('counts only the tests that are not written elsewhere', () => {
    const half = addedFile('test/all.test.ts', ["it('adds', () => {})"])
    expect(messages(deletedFile('test/add.test.ts', lines), half)).toContain(
      'One test, such as "carries", went with it.',
    )
  })

  it('is none when what it tested goes too, or a test of the same name comes', () => {
    const file = deletedFile('test/add.test.ts', lines)
    expect(see(file, deletedFile('src/add.ts', ['export const add = 1']))).toEqual([])
    expect(see(file, addedFile('src/add.spec.ts', ["it('sums', () => {})"]))).toEqual([])
    expect(see(file, deletedFile('src/subtract.ts', ['export const subtract = 1']))).not.toEqual([])
    const index = deletedFile('test/index.test.ts', lines)
    expect(see(index, deletedFile('lib/index.ts', ['export {}']))).not.toEqual([])
  })

  it('is none when it holds no test', () => {
    expect(see(deletedFile('test/support/builders.ts', ['export const a = 1']))).toEqual([])
    expect(see(deletedFile('test/fixtures/a.json', ['{}']))).toEqual([])
  })

  it('is seen by its name alone when its lines are not shown', () => {
    const file = { ...deletedFile('test/add.test.ts', []), hunks: [], removed: 90_000 }
    expect(see(file)).toEqual(['A test file is deleted @ old 1'])
  })
})

describe('a skipped test', () => {
  it.each([
    ['test/a.test.js', "it.skip('adds', () => {"],
    ['test/a.test.js', "  describe.concurrent.skip('adds', () => {"],
    ['test/a.test.js', "test.todo('adds')"],
    ['test/a.test.js', "xit('adds', () => {"],
    ['test/a.test.js', "xdescribe('adds', () => {"],
    ['test/a.test.js', '  this.skip()'],
    ['tests/test_a.py', '@pytest.mark.skip(reason="flaky")'],
    ['tests/test_a.py', '@unittest.skip("flaky")'],
    ['tests/test_a.py', '    pytest.skip("flaky")'],
    ['pkg/a_test.go', '\tt.Skip("flaky")'],
    ['src/a.rs', '    #[ignore = "flaky"]'],
    ['src/test/java/ATest.java', '    @Disabled("flaky")'],
    ['src/test/java/ATest.java', '    @Ignore'],
    ['tests/ATests.cs', '    [Fact(DisplayName = "x", Skip = "flaky")]'],
    ['spec/a_spec.rb', "  xit 'adds' do"],
    ['spec/a_spec.rb', "  it 'adds', skip: 'flaky' do"],
    ['spec/a_spec.rb', "    pending 'flaky'"],
    ['tests/ATest.php', "        $this->markTestSkipped('flaky');"],
  ])('is seen in %s: %s', (path, line) => {
    expect(see(changed(path, `${' before()'}\n+${line}\n after()`))).toEqual(['A test is skipped @ new 2'])
  })

  it.each([
    ['test/a.test.js', "it.only('adds', () => {"],
    ['test/a.test.js', "describe.only('adds', () => {"],
    ['test/a.test.js', "fit('adds', () => {"],
    ['spec/a_spec.rb', "  fdescribe 'adds' do"],
  ])('is every other one where one runs alone in %s: %s', (path, line) => {
    expect(see(changed(path, `+${line}`))).toEqual(['All tests but one are skipped @ new 1'])
  })

  it.each([
    ['a comment', 'test/a.test.js', "+  // it.skip('adds')"],
    ['a string', 'test/a.test.js', '+  expect(lint("it.skip(1)")).toEqual([\'xit(2)\'])'],
    ['a removed line', 'test/a.test.js', "-  it.skip('adds', () => {\n+  it('adds', () => {"],
    ['a condition of the runner', 'test/a.test.js', "+  it.skipIf(isWindows)('adds', () => {"],
    ['a condition of Playwright', 'test/a.spec.ts', "+  test.skip(browserName === 'webkit')"],
    ['a choice', 'test/a.test.js', '+const onLinux = isLinux ? it : it.skip\n+  ? describe.skip'],
    [
      'a conditional statement',
      'test/a.test.js',
      "+if (no) describe.skip('a', run)\n+if (no) {\n+  it.skip('b', run)\n+}",
    ],
    ['a method of something else', 'test/a.test.js', '+  cursor.skip(10).only()'],
    ['a conditional mark', 'tests/test_a.py', '+@pytest.mark.skipif(sys.platform == "win32", reason="x")'],
    ['a conditional annotation', 'src/test/java/ATest.java', '+    @DisabledOnOs(OS.WINDOWS)'],
    ['a branch', 'pkg/a_test.go', '+\tif testing.Short() {\n+\t\tlog()\n+\t\tt.Skip("slow")\n+\t}'],
    ['a trailing condition', 'spec/a_spec.rb', "+    skip 'flaky' if windows?"],
    ['what is no test', 'src/a.ts', "+it.skip('adds', () => {"],
  ])('is not seen in %s', (_, path, lines) => {
    expect(see(changed(path, lines))).toEqual([])
  })

  it('is none that was skipped before and only moved, changed its name or its indentation', () => {
    const before = "-it.skip('adds', () => {})"
    expect(see(changed('test/a.test.js', `${before}\n+  it.skip('adds', () => {});`))).toEqual([])
    expect(see(changed('test/a.test.js', `${before}\n+it.skip('adds it', () => {})`))).toEqual([])
    expect(see(changed('test/a.test.js', before), addedFile('test/b.test.js', [before.slice(1)]))).toEqual([])
  })

  it('is one when one more is skipped than before', () => {
    const lines = "-it.skip('adds', () => {})\n+it.skip('adds', () => {})\n+it.skip('carries', () => {})"
    expect(see(changed('test/a.test.js', lines))).toEqual(['A test is skipped @ new 2'])
  })
})

describe('a test that loses an assertion', () => {
  it.each([
    ['test/a.test.js', " it('adds', () => {", '    expect(add(1, 1)).toBe(2)'],
    ['test/a.test.js', " it('adds', () => {", '    assert.equal(add(1, 1), 2)'],
    ['tests/test_a.py', ' def test_adds():', '    assert add(1, 1) == 2'],
    ['tests/test_a.py', '     def test_adds(self):', '        self.assertEqual(add(1, 1), 2)'],
    ['pkg/a_test.go', ' func TestAdds(t *testing.T) {', '\t\tt.Errorf("got %d", got)'],
    ['pkg/a_test.go', ' func TestAdds(t *testing.T) {', '\tassert.Equal(t, 2, add(1, 1))'],
    ['src/a.rs', '     #[test]\n     fn adds() {', '        assert_eq!(add(1, 1), 2);'],
    ['src/test/java/ATest.java', '     @Test\n     void adds() {', '        assertEquals(2, add(1, 1));'],
    ['tests/ATests.cs', '     [Fact]\n     public void Adds()', '        Assert.Equal(2, Add(1, 1));'],
    ['spec/a_spec.rb', "   it 'adds' do", '    expect(add(1, 1)).to eq(2)'],
    ['tests/ATest.php', '     public function testAdds(): void', '        $this->assertSame(2, add(1, 1));'],
  ])('is seen in %s after %s', (path, begin, assertion) => {
    const file = changed(path, `${begin}\n   run()\n-${assertion}\n end`)
    expect(see(file)).toEqual([`A test loses an assertion @ old ${begin.split('\n').length + 2}`])
    expect(messages(file)).toMatch(/^The test "\w*adds" loses an assertion and gets none instead\.$/i)
  })

  it('is seen when the assertion becomes a comment', () => {
    const file = changed('test/a.test.js', " it('adds', () => {\n-  expect(a).toBe(1)\n+  // expect(a).toBe(1)\n })")
    expect(see(file)).toEqual(['A test loses an assertion @ old 2'])
  })

  it('is counted: two for one is one too few', () => {
    const file = changed(
      'test/a.test.js',
      " it('adds', () => {\n-  expect(a).toBe(1)\n-  expect(b).toBe(2)\n+  expect(a).toBeDefined()\n })",
    )
    expect(messages(file)).toBe('The test "adds" loses 2 assertions and gets 1 instead.')
  })

  it('is known by what git names as the function around the hunk', () => {
    const file = changed(
      'pkg/a_test.go',
      ' got := add(1, 1)\n-\tassert.Equal(t, 2, got)',
      'func TestAdds(t *testing.T) {',
    )
    expect(messages(file)).toContain('The test "TestAdds" loses')
  })

  it('is some test of the file where the hunk begins inside of it', () => {
    const lines = '   const got = add(1, 1)\n-  expect(got).toBe(2)\n })'
    const hunks = [aHunk(lines.split('\n'), { oldStart: 40, newStart: 40 })]
    expect(messages(aFileDiff({ path: 'test/a.test.js', hunks }))).toContain('A test of this file loses an assertion')
    expect(see(aFileDiff({ path: 'test/support/oracle.js', hunks }))).toEqual([])
    expect(see(changed('test/a.test.js', lines))).toEqual([])
  })

  it.each([
    ['is replaced', '-  expect(a).toBe(1)\n+  expect(a).toBeGreaterThan(0)'],
    ['is written over several lines', '-  expect(a).toBe({ x: 1 })\n+  expect(a).toBe({\n+    x: 1,\n+  })'],
    ['is indented', '-  expect(a).toBe(1)\n+    expect(a).toBe(1);'],
    ['is made one of a whole', '-  expect(a.x).toBe(1)\n-  expect(a.y).toBe(2)\n+  expect(a).toEqual({ x: 1, y: 2 })'],
    ['goes into a function', '-  expect(a.x).toBe(1)\n-  expect(a.y).toBe(2)\n+  expectPoint(a, 1, 2)'],
    [
      'goes into a loop',
      '-  expect(a).toBe(1)\n-  expect(b).toBe(1)\n+  for (const one of [a, b]) expect(one).toBe(1)',
    ],
    ['was a comment', '-  // expect(a).toBe(1)'],
    ['was in a string', "-  run('expect(a)')"],
  ])('is none where the assertion %s', (_, lines) => {
    expect(see(changed('test/a.test.js', ` it('adds', () => {\n${lines}\n })`))).toEqual([])
  })

  it('is none where the assertion moves to another test or file', () => {
    const assertion = '  expect(add(1, 1)).toBe(2)'
    const from = changed('test/a.test.js', ` it('adds', () => {\n-${assertion}\n })`)
    const to = changed('test/b.test.js', ` it('adds more', () => {\n+${assertion}\n })`)
    expect(see(from, to)).toEqual([])
  })

  it('is none where the test moves and holds a loop', () => {
    const lines = ["it('adds', () => {", '  for (const a of [1, 2]) {', '    expect(add(a)).toBe(2)', '  }', '})']
    const from = changed('test/a.test.js', lines.map((line) => `-${line}`).join('\n'))
    expect(see(from, addedFile('test/b.test.js', lines))).toEqual([])
  })

  it('is none where the test itself goes, which is said once', () => {
    const file = changed('test/a.test.js', "-it('adds', () => {\n-  expect(a).toBe(1)\n-})\n it('carries', () => {")
    expect(see(file)).toEqual(['A test is removed @ old 1'])
  })

  it('is seen through a new name', () => {
    const file = changed(
      'test/a.test.js',
      "-it('adds', () => {\n-  expect(a).toBe(1)\n+it('adds it', () => {\n   run()",
    )
    expect(messages(file)).toContain('The test "adds" loses an assertion')
  })

  it('is not seen where several tests are written anew in one place', () => {
    const lines =
      "-it('a b', () => {\n-  expect(a).toBe(1)\n+it('c', () => {\n   run()\n-it('b c', () => {\n+it('d', () => {"
    expect(see(changed('test/a.test.js', lines))).toEqual([])
  })

  it('is seen through a move', () => {
    const from = changed('test/a.test.js', "-it('adds', () => {\n-  expect(a).toBe(1)\n-  expect(b).toBe(2)\n-})")
    const to = addedFile('test/b.test.js', ["it('adds', () => {", '  expect(a).toBe(1)', '})'])
    expect(messages(from, to)).toBe('The test "adds" loses an assertion and gets none instead.')
  })

  it('is not seen in what only ends a test that cannot begin', () => {
    const lines =
      ' func TestAdds(t *testing.T) {\n-\tf, err := open()\n-\trequire.NoError(t, err)\n-\t\tt.Fatal(err)\n end'
    expect(see(changed('pkg/a_test.go', lines))).toEqual([])
  })

  it('is not seen in a function beside the tests, nor in code that asserts', () => {
    const lines = " it('adds', () => {\n })\n function check(a) {\n-  expect(a).toBe(1)\n }"
    expect(see(changed('test/a.test.js', lines))).toEqual([])
    expect(see(changed('src/a.rs', ' fn add() {\n-    assert!(a > 0);\n }'))).toEqual([])
  })
})

describe('tests of a hostile change', () => {
  it.each([
    ['quotes without end', (count: number) => `+it.skip(${"\\'".repeat(count)}`],
    ['openings of comments', (count: number) => `+${'/*'.repeat(count)}`],
    ['spaces', (count: number) => `+it${' '.repeat(count)}x`],
    ['words of conditions', (count: number) => `+${'for '.repeat(count)}`],
    ['backticks', (count: number) => `+${'`'.repeat(count)}`],
  ])('are read in one go: %s', (_, line) => {
    const lines = Array.from({ length: 20 }, () => line(200_000)).join('\n')
    for (const path of ['test/a.test.js', 'pkg/a_test.go', 'tests/test_a.py', 'tests/ATest.php']) {
      expect(see(changed(path, lines)).length).toBeLessThanOrEqual(20)
    }
  })

  it('with very many cases in one hunk are all told', () => {
    const lines = Array.from({ length: 5_000 }, (_, index) => `-it('case ${index}', () => {})`)
    const other = Array.from({ length: 2_000 }, (_, index) => `+it('other ${index}', () => {})`)
    expect(see(changed('test/a.test.js', [...lines, ...other].join('\n'))).length).toBe(3_000)
  })
})
