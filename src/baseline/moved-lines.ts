import { addTo } from '../types/group-by.js'
/** Line number → its text, comparable. */
export type NumberedLines = ReadonlyMap<number, string>

/** Lines of both sides that are the same line at another place: the number on one side → that on the other. */
export interface MovedLines {
  readonly old: ReadonlyMap<number, number>
  readonly new: ReadonlyMap<number, number>
}

/**
 * Which of the removed and added lines of a file only moved. Lines that stand once on each side are the same, and so are
 * equal lines next to them (Heckel 1978); what is left is the same where at least as many went as came. Of a copy of
 * moved lines the one with other neighbours is thus told from the one that moved.
 */
export function movedLines(removed: NumberedLines, added: NumberedLines): MovedLines {
  const moved = { old: new Map<number, number>(), new: new Map<number, number>() }
  const pair = (old: number, now: number): boolean => {
    const text = removed.get(old)
    if (text === undefined || text !== added.get(now) || moved.old.has(old) || moved.new.has(now)) return false
    moved.old.set(old, now)
    moved.new.set(now, old)
    return true
  }
  const [gone, come] = [numbersByText(removed), numbersByText(added)]
  for (const [text, [old, ...others]] of gone) {
    const [now, ...copies] = come.get(text) ?? []
    if (others.length > 0 || copies.length > 0 || old === undefined || now === undefined || text === '') continue
    pair(old, now)
    for (let step = 1; pair(old + step, now + step); step += 1);
    for (let step = 1; pair(old - step, now - step); step += 1);
  }
  for (const [text, numbers] of come) {
    const left = numbers.filter((number) => !moved.new.has(number))
    const before = (gone.get(text) ?? []).filter((number) => !moved.old.has(number))
    if (left.length > before.length) continue
    for (const [index, now] of left.entries()) pair(before[index] ?? 0, now)
  }
  return moved
}

function numbersByText(lines: NumberedLines): ReadonlyMap<string, readonly number[]> {
  const numbers = new Map<string, number[]>()
  for (const [number, text] of lines) addTo(numbers, text, number)
  return numbers
}
