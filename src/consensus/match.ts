export { groupSame } from './match/group.js'
export { type Pair, pairSame } from './match/pair.js'
export type { Statement } from './match/statement.js'
