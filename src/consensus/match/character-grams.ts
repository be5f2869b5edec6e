const LENGTH = 4

/** Makes a function that gives a text's character 4-grams as sorted, distinct hashes. */
export function makeCharacterGrams(): (text: string) => Int32Array {
  // Used for one text after the other, because to make room for each takes longer than to fill it.
  let room = new Int32Array(4_096)
  return (text) => {
    if (text.length > room.length) room = new Int32Array(text.length)
    return characterGrams(text, room)
  }
}

/** What is not a letter or digit counts as one space. */
function characterGrams(text: string, grams: Int32Array): Int32Array {
  let count = 0
  let hash = 0
  let length = 0
  let space = true
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const solid = isSolid(code)
    if (!solid && space) continue
    space = !solid
    // Four characters of eight bits; of wider ones the lower bits remain, which is enough to tell texts apart.
    hash = (hash << 8) ^ (solid ? (code & 0xff) ^ (code >>> 8) : 32)
    if (++length >= LENGTH) grams[count++] = hash
  }
  return distinct(grams.subarray(0, count).sort())
}

function isSolid(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127
}

function distinct(sorted: Int32Array): Int32Array {
  let count = 0
  for (let index = 0; index < sorted.length; index++) {
    if (index === 0 || sorted[index] !== sorted[index - 1]) sorted[count++] = sorted[index] ?? 0
  }
  return sorted.slice(0, count)
}

/** Common members by all members, of two sorted lists without duplicates; 0 for two empty ones. */
export function jaccard(a: Int32Array, b: Int32Array): number {
  let common = 0
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const left = a[i] ?? 0
    const right = b[j] ?? 0
    if (left === right) common++
    if (left <= right) i++
    if (right <= left) j++
  }
  const all = a.length + b.length - common
  return all === 0 ? 0 : common / all
}
