import { changedExports, MAX_CHANGED_SYMBOLS } from '../../src/diff/signatures.js'
import { aFileDiff, aHunk } from './builders.js'

const exportsOf = (path: string, ...lines: readonly string[]) =>
  changedExports([aFileDiff({ path, hunks: [aHunk(lines)] })])

const namesIn = (path: string, line: string) => exportsOf(path, `+${line}`).map(({ name }) => name)

describe('changedExports', () => {
  it.each([
    ['a.ts', 'export function total(order: Order): number {', 'total'],
    ['a.ts', 'export async function* pages() {', 'pages'],
    ['a.ts', 'export default async function load() {', 'load'],
    ['a.ts', 'export default abstract class Base {', 'Base'],
    ['a.ts', 'export default class extends Base {', 'default'],
    ['a.ts', 'export default {', 'default'],
    ['a.ts', 'export const LIMIT = 3', 'LIMIT'],
    ['a.ts', 'export const enum Kind {', 'Kind'],
    ['a.ts', 'export declare const version: string', 'version'],
    ['a.d.ts', '  export interface Options {', 'Options'],
    ['a.tsx', 'export type Größe = number', 'Größe'],
    ['a.cjs', 'module.exports.parse = parse', 'parse'],
    ['a.js', 'exports.parse = (text) => text', 'parse'],
    ['a.js', 'module.exports = parse', 'default'],
    ['a.py', 'def total(order):', 'total'],
    ['a.py', 'async def total(order):', 'total'],
    ['a.pyi', 'class Order(Base):', 'Order'],
    ['a.go', 'func Serve(port int) error {', 'Serve'],
    ['a.go', 'func (s *Server) Serve(port int) error {', 'Server.Serve'],
    ['a.go', 'func (Set[T]) Add(item T) {', 'Set.Add'],
    ['a.go', 'type Server struct {', 'Server'],
    ['a.go', 'const Version = "1"', 'Version'],
    ['a.rs', 'pub fn serve(port: u16) -> Result<()> {', 'serve'],
    ['a.rs', '    pub(crate) const unsafe fn serve() {', 'serve'],
    ['a.rs', 'pub const LIMIT: u8 = 3;', 'LIMIT'],
    ['a.rs', 'pub extern "C" fn serve() {', 'serve'],
    ['a.rs', 'pub trait Shape {', 'Shape'],
    ['A.java', '    public static final Map<String, List<Order>> ORDERS = new HashMap<>();', 'ORDERS'],
    ['A.java', '    @Override public <T> int total(Order order) throws Failure {', 'total'],
    ['A.java', 'public sealed interface Shape permits Circle {', 'Shape'],
    ['A.cs', '    [HttpGet("x")] public async Task<Order> Total<T>(int id)', 'Total'],
    ['A.cs', '    public int Count { get; }', 'Count'],
    ['A.cs', '    public int Twice => Count * 2;', 'Twice'],
    ['A.cs', 'public readonly record struct Order(int Id);', 'Order'],
    ['A.kt', 'fun <T> List<T>.total(): Int {', 'total'],
    ['A.kt', 'data class Order(val id: Int)', 'Order'],
    ['A.kt', 'const val LIMIT = 3', 'LIMIT'],
    ['A.swift', '    public func total(of order: Order) -> Int {', 'total'],
    ['A.swift', '    public convenience init(id: Int) {', 'init'],
    ['A.swift', 'open class Order {', 'Order'],
    ['a.rb', '  def self.empty?', 'empty?'],
    ['a.rb', 'class Shop::Order < Base', 'Shop::Order'],
    ['a.php', '    public static function total(Order $order): int', 'total'],
    ['a.php', 'final class Order', 'Order'],
    ['a.h', 'int total(const struct order *order);', 'total'],
    ['a.h', 'static inline char *name_of(struct order *order)', 'name_of'],
    ['a.hpp', '  virtual std::vector<int> totals() const = 0;', 'totals'],
    ['a.hpp', 'class Order final : public Base {', 'Order'],
    ['a.h', '#define LIMIT 3', 'LIMIT'],
    ['a.h', 'typedef unsigned int count_t;', 'count_t'],
  ])('finds in %s: %s', (path, line, name) => {
    expect(namesIn(path, line)).toEqual([name])
  })

  it.each([
    ['a.ts', 'function inner() {'],
    ['a.ts', "import { total } from './b.js'"],
    ['a.ts', '// export function gone() {'],
    ['a.js', 'if (exports.parse === undefined) {'],
    ['a.js', 'exports.parse == 1'],
    ['a.py', 'def _private():'],
    ['a.py', '    def method(self):'],
    ['a.go', 'func serve() {'],
    ['a.rs', 'fn serve() {'],
    ['A.java', '    private int total() {'],
    ['A.kt', 'private fun total() {'],
    ['A.kt', '        val local = 3'],
    ['A.swift', 'func total() {'],
    ['a.php', '    private function total() {'],
    ['a.h', '  return total(order);'],
    ['a.h', '  total(order);'],
    ['a.h', '  sum = total(order);'],
    ['a.c', 'int total(int a);'],
    ['README.md', 'export function total() {'],
    ['Makefile', 'def x'],
  ])('finds nothing in %s: %s', (path, line) => {
    expect(namesIn(path, line)).toEqual([])
  })

  it('says what was added, removed and changed, with the lines', () => {
    expect(
      exportsOf(
        'src/a.ts',
        '-export function total(order: Order) {',
        '+  export function total(order: Order, tax: number) {',
        ' export const kept = 1',
        '-export const gone = 1',
        '+export const come = 1',
      ),
    ).toEqual([
      {
        name: 'total',
        path: 'src/a.ts',
        change: 'changed',
        before: 'export function total(order: Order) {',
        after: 'export function total(order: Order, tax: number) {',
      },
      { name: 'gone', path: 'src/a.ts', change: 'removed', before: 'export const gone = 1' },
      { name: 'come', path: 'src/a.ts', change: 'added', after: 'export const come = 1' },
    ])
  })

  it('pairs a declaration across hunks, and leaves one out that only moved', () => {
    const hunks = [
      aHunk(['-export const a = 1', '-export const b = 1']),
      aHunk(['+export const a = 1', '+export const b = 2']),
    ]
    expect(changedExports([aFileDiff({ hunks })])).toMatchObject([{ name: 'b', change: 'changed' }])
  })

  it('pairs overloads in order', () => {
    const before = ['-export function f(a: A): A', '-export function f(b: B): B']
    const found = exportsOf(
      'a.ts',
      ...before,
      '+export function f(b: B): B',
      '+export function f(a: A2): A',
      '+export function f(c: C): C',
    )
    expect(found.map(({ change, after }) => [change, after])).toEqual([
      ['changed', 'export function f(a: A2): A'],
      ['added', 'export function f(c: C): C'],
    ])
  })

  it('cuts long lines, never inside a character', () => {
    const [symbol] = exportsOf('a.ts', `+export const x = '${'😀'.repeat(1_000)}'`)
    expect(symbol?.after?.length).toBeLessThanOrEqual(200)
    expect(symbol?.after).toMatch(/😀…$/u)
  })

  it('stops at its limit', () => {
    const lines = Array.from({ length: MAX_CHANGED_SYMBOLS + 5 }, (_, index) => `+export const x${index} = 1`)
    expect(exportsOf('a.ts', ...lines)).toHaveLength(MAX_CHANGED_SYMBOLS)
    expect(changedExports([aFileDiff({ hunks: [aHunk(lines)] }), aFileDiff()])).toHaveLength(MAX_CHANGED_SYMBOLS)
  })

  it.each(['ts', 'py', 'go', 'rs', 'java', 'cs', 'kt', 'swift', 'rb', 'php', 'hpp'])(
    'reads only the head of a hostile line in .%s',
    (extension) => {
      const hostile = ['export default ', 'public ', '@a ', 'pub(', 'typedef ', 'a::', '<', 'func (', '[']
      const lines = hostile.map((piece) => `+${piece.repeat(200_000)}`)
      expect(exportsOf(`a.${extension}`, ...lines).length).toBeLessThanOrEqual(lines.length)
    },
  )
})
