import { posix } from 'node:path'
import type { Syntax } from './code-text.js'

/** How tests are written in a language. All patterns look at code without comments and without the insides of strings. */
export interface TestLanguage {
  readonly syntax: Syntax
  /** The group `name` is the case's name; in strings it is read from the line itself. */
  readonly cases: readonly RegExp[]
  /** What makes the next function a case, where a name does not. */
  readonly marker?: RegExp
  /** A function; after a marker, a case, else the end of one. */
  readonly functions: RegExp
  /** What holds cases. */
  readonly suites?: RegExp
  /** One case for many values: how many there are is not seen in the code. */
  readonly tables: RegExp
  /** What may make one statement many. */
  readonly loops: RegExp
  /** Certainly an assertion. */
  readonly assertion: RegExp
  /** Looks like an assertion, but only ends a test that could not be set up. */
  readonly setUp?: RegExp
  /** Skips the case or suite that it is written at. */
  readonly skip: RegExp
  /** Skips the case in which it runs. */
  readonly skipCall?: RegExp
  /** Skips all others. */
  readonly only?: RegExp
}

const cComments = [['/*', '*/']] as const

const cLike: Syntax = {
  lineComments: ['//'],
  blockComments: cComments,
  quotes: `"'`,
  longQuotes: ['"""'],
  slashes: 'operators',
}

const ofJavaScript: TestLanguage = {
  syntax: { lineComments: ['//'], blockComments: cComments, quotes: `"'`, longQuotes: ['`'], slashes: 'expressions' },
  cases: [
    /^\s*(?:it|test|specify|fit|xit|xtest|xspecify)(?:\.\w+)*\s*\(\s*(?<quote>['"`])(?<name>\s*)\k<quote>/d,
    /^\s*(?:await\s+)?(?:t|test)\.test\s*\(\s*(?<quote>['"`])(?<name>\s*)\k<quote>/d,
  ],
  functions: /^(?:export\s+)?(?:async\s+)?(?:function\b|class\b|const\s+\w+\s*=\s*(?:async\s*)?(?:\(|function\b))/,
  suites: /^\s*(?:describe|context|suite|fdescribe|xdescribe|xcontext)(?:\.\w+)*\s*\(\s*['"`]/,
  tables: /\b(?:it|test|describe|specify)(?:\.\w+)*\.(?:each|for)\b|^\s*(?:it|test|specify)\s*\(\s*(?![\s'"])/,
  loops: /\b(?:forEach|every)\b|\b(?:for|while)\s*\(/,
  assertion: /\bexpect\s*\(|\bexpect\.(?:soft|poll|assertions|hasAssertions)\s*\(|\bassert(?:\.\w+)*\s*\(|\.should\b/g,
  // At the beginning of a statement and called, as `isLinux ? it : it.skip` is none; nor is Playwright's `test.skip(condition)`.
  skip: /^\s*(?:(?:it|describe|context|suite|specify)(?:\.\w+)*\.(?:skip|todo|fixme)\b(?:\.\w+)*\s*[(`]|test(?:\.\w+)*\.(?:skip|todo|fixme)(?:\.\w+|\s*\(\s*['"`])|(?:xit|xtest|xdescribe|xcontext|xspecify)\s*[.(])/,
  skipCall: /\b(?:this|t|ctx)\.skip\s*\(\s*[)'"`]/,
  only: /^\s*(?:(?:it|test|describe|context|suite|specify)(?:\.\w+)*\.only\b|(?:fit|fdescribe)\s*[.(])/,
}

const ofPython: TestLanguage = {
  syntax: { lineComments: ['#'], blockComments: [], quotes: `"'`, longQuotes: ['"""', "'''"], slashes: 'operators' },
  cases: [/^\s*(?:async\s+)?def\s+(?<name>test\w*)\s*\(/d],
  functions: /^\s*(?:async\s+)?(?:def|class)\s/,
  tables: /\bparametrize\b|\bparameterized\b|\bpytest_generate_tests\b/,
  loops: /^\s*for\b|\bsubTest\b|\ball\s*\(/,
  assertion: /^\s*assert\b|\bself\.assert\w+\s*\(|\bpytest\.raises\s*\(/g,
  skip: /@(?:pytest\.mark|unittest)\.skip\b|\bpytestmark\s*=\s*\[?\s*pytest\.mark\.skip\b|^\s*@skip\b/,
  skipCall: /\bpytest\.skip\s*\(|\bself\.skipTest\s*\(|\braise\s+(?:unittest\.)?SkipTest\b/,
}

const ofGo: TestLanguage = {
  syntax: { lineComments: ['//'], blockComments: cComments, quotes: `"'`, longQuotes: ['`'], slashes: 'operators' },
  cases: [/^func\s+(?<name>(?:Test|Fuzz|Example)\w*)\s*\(/d, /^func\s*\([^)]*\)\s*(?<name>Test\w*)\s*\(/d],
  functions: /^func\b/,
  tables: /\bt\.Run\s*\(\s*[^\s"`]/,
  loops: /^\s*for\b/,
  assertion: /\bt\.(?:Error|Errorf|Fatal|Fatalf|Fail|FailNow)\s*\(|\b(?:assert|require)\.\w+\s*\(/g,
  setUp: /\bt\.(?:Error|Fatal)f?\s*\((?:"[^"]*",\s*)?err\)|\b(?:assert|require)\.NoError\s*\(/,
  skip: /(?!)/,
  skipCall: /\b[tbf]\.Skip(?:f|Now)?\s*\(/,
}

const ofRust: TestLanguage = {
  syntax: { lineComments: ['//'], blockComments: cComments, quotes: '"', longQuotes: [], slashes: 'operators' },
  cases: [],
  marker: /#\[(?:\w+::)*(?:test|rstest|test_case|quickcheck)\b/,
  functions: /^\s*(?:pub(?:\([^)]*\))?\s+)?(?:async\s+)?(?:unsafe\s+)?fn\s+(?<name>\w+)/d,
  tables: /#\[(?:case|values|rstest|test_case)\b|\bproptest!|\bmacro_rules!/,
  loops: /^\s*for\b|\bfor_each\b/,
  assertion: /\b(?:debug_)?assert(?:_\w+)?!/g,
  skip: /^\s*#\[ignore\b/,
}

const ofJvm: TestLanguage = {
  syntax: cLike,
  cases: [],
  marker: /@(?:Test|ParameterizedTest|RepeatedTest|TestFactory|Property)\b/,
  functions: /\b(?:void|fun)\s+(?:<[^>]*>\s*)?(?<name>`[^`]+`|\w+)\s*\(/d,
  tables: /@(?:ParameterizedTest|RepeatedTest|TestFactory|Property|ValueSource|CsvSource|MethodSource|DataProvider)\b/,
  loops: /\bfor\s*\(|\bforEach\b/,
  assertion: /\b(?:assert\w*|verify|expectThrows)\s*\(|\.should\w*\b/g,
  skip: /@(?:Disabled|Ignore|Ignored)\b|@Test\s*\([^)]*\benabled\s*=\s*false/,
  skipCall: /\bassumeTrue\s*\(\s*false\b/,
}

const ofDotNet: TestLanguage = {
  syntax: cLike,
  cases: [],
  marker: /\[\s*(?:Fact|Theory|Test|TestCase|TestCaseSource|TestMethod|DataTestMethod)\b/,
  functions: /\b(?:void|Task|ValueTask)\s+(?<name>\w+)\s*[(<]/d,
  tables: /\[\s*(?:Theory|InlineData|MemberData|ClassData|TestCase|TestCaseSource|DataRow|DataTestMethod)\b/,
  loops: /\bforeach\s*\(|\bfor\s*\(|\bForEach\b/,
  assertion: /\bAssert\.\w+|\.Should(?:\(\)|\w+\s*\()|\.Verify\s*\(/g,
  skip: /\[\s*(?:Fact|Theory)\s*\([^)]*\bSkip\s*=|\[\s*(?:Ignore|Explicit)\b/,
  skipCall: /\bAssert\.(?:Ignore|Inconclusive)\s*\(/,
}

const ofRuby: TestLanguage = {
  syntax: {
    lineComments: ['#'],
    blockComments: [['=begin', '=end']],
    quotes: `"'`,
    longQuotes: [],
    slashes: 'expressions',
  },
  cases: [
    /^\s*(?:it|specify|example|scenario|test|fit|xit|xspecify|xexample)[\s(]+(?<quote>['"])(?<name>\s*)\k<quote>/d,
    /^\s*def\s+(?<name>test_\w+[?!]?)/d,
  ],
  functions: /^\s*(?:def|class|module)\s/,
  suites: /^\s*(?:RSpec\.)?(?:describe|context|feature|fdescribe|fcontext|xdescribe|xcontext)[\s(]/,
  tables: /\bshared_examples\b|\bit_behaves_like\b|\bwhere\b/,
  loops: /\.(?:each\w*|all\?|times)\b/,
  assertion: /\bexpect\s*[({]|\b(?:assert|refute)\w*\b|\.should(?:_not)?\b|\.(?:must|wont)_\w+/g,
  skip: /^\s*(?:xit|xspecify|xexample|xdescribe|xcontext)\b|^\s*(?:it|describe|context)\b.*(?:,\s*:(?:skip|pending)\b|\b(?:skip|pending):\s*(?!false|nil))/,
  skipCall: /^\s*(?:skip|pending)(?:\s*$|[\s(]+["'])/,
  only: /^\s*(?:fit|fspecify|fdescribe|fcontext)\b/,
}

const ofPhp: TestLanguage = {
  syntax: { lineComments: ['//', '#'], blockComments: cComments, quotes: `"'`, longQuotes: [], slashes: 'operators' },
  cases: [/\bfunction\s+(?<name>test\w*)\s*\(/d, /^\s*(?:it|test)\s*\(\s*(?<quote>['"])(?<name>\s*)\k<quote>/d],
  marker: /#\[(?:\w+\\)*Test\b/,
  functions: /\bfunction\s+(?<name>\w+)\s*\(/d,
  tables: /#\[(?:\w+\\)*(?:DataProvider|TestWith)\b|->with\s*\(/,
  loops: /\bforeach\s*\(|\bfor\s*\(/,
  assertion: /(?:\$this->|self::|static::|Assert::)assert\w+\s*\(|->expectException\w*\s*\(|\bexpect\s*\(/g,
  skip: /->(?:skip|todo)\s*\(\s*(?:['")])/,
  skipCall: /(?:\$this->|self::|static::)markTest(?:Skipped|Incomplete)\s*\(/,
  only: /->only\s*\(/,
}

const ofSwift: TestLanguage = {
  syntax: cLike,
  cases: [/\bfunc\s+(?<name>test\w*)\s*\(/d],
  marker: /@Test\b/,
  functions: /\bfunc\s+(?<name>\w+)\s*[(<]/d,
  tables: /\barguments:/,
  loops: /^\s*for\b|\bforEach\b/,
  assertion: /\bXCTAssert\w*\s*\(|#(?:expect|require)\s*\(/g,
  skip: /@Test\s*\([^)]*\.disabled\b/,
  skipCall: /\bXCTSkip\s*\(/,
}

const byExtension: ReadonlyMap<string, TestLanguage> = new Map(
  [
    { of: ofJavaScript, extensions: ['js', 'jsx', 'mjs', 'cjs', 'ts', 'tsx', 'mts', 'cts'] },
    { of: ofPython, extensions: ['py'] },
    { of: ofGo, extensions: ['go'] },
    { of: ofRust, extensions: ['rs'] },
    { of: ofJvm, extensions: ['java', 'kt', 'kts', 'groovy', 'scala'] },
    { of: ofDotNet, extensions: ['cs'] },
    { of: ofRuby, extensions: ['rb'] },
    { of: ofPhp, extensions: ['php'] },
    { of: ofSwift, extensions: ['swift'] },
  ].flatMap(({ of, extensions }) => extensions.map((extension) => [extension, of] as const)),
)

/** How tests are written in the language of this file; undefined where it is not known. */
export function languageOf(path: string): TestLanguage | undefined {
  return byExtension.get(posix.extname(path).slice(1).toLowerCase())
}

const testDirectory = /(?:^|\/)(?:tests?|__tests__|specs?|e2e)\//i
/** Names that only tests have. */
const testName =
  /[._-](?:test|spec|cy|e2e)\.\w+$|_(?:test|spec)\.\w+$|(?:^|\/)test_[^/]*\.py$|(?:Tests?|IT|Spec)\.(?:java|kts?|groovy|scala|cs|php|swift)$/

/** Whether the name of the file itself says that it is a test. */
export function isNamedTest(path: string): boolean {
  return testName.test(path)
}

/** Whether tests are to be expected in the file. Those of Rust stand beside the code. */
export function mayHoldTests(path: string): boolean {
  return isNamedTest(path) || testDirectory.test(path) || path.endsWith('.rs')
}
