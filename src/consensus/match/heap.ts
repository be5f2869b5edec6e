/** A queue that gives the first by order, whatever the order in which it was filled. */
export interface Heap<Item> {
  push(item: Item): void
  pop(): Item | undefined
}

/** Makes an empty queue. */
export function makeHeap<Item>(isBefore: (one: Item, other: Item) => boolean): Heap<Item> {
  const items: Item[] = []
  return {
    push(item) {
      items.push(item)
      rise(items, isBefore)
    },
    pop() {
      const [first] = items
      const last = items.pop()
      if (items.length > 0 && last !== undefined) {
        items[0] = last
        sink(items, isBefore)
      }
      return first
    },
  }
}

function rise<Item>(items: Item[], isBefore: (one: Item, other: Item) => boolean): void {
  let place = items.length - 1
  while (place > 0) {
    const parent = (place - 1) >> 1
    const item = items[place]
    const above = items[parent]
    if (item === undefined || above === undefined || !isBefore(item, above)) return
    items[place] = above
    items[parent] = item
    place = parent
  }
}

function sink<Item>(items: Item[], isBefore: (one: Item, other: Item) => boolean): void {
  let place = 0
  for (;;) {
    const left = 2 * place + 1
    const leftItem = items[left]
    const rightItem = items[left + 1]
    if (leftItem === undefined) return
    const child = rightItem !== undefined && isBefore(rightItem, leftItem) ? left + 1 : left
    const item = items[place]
    const below = items[child]
    if (item === undefined || below === undefined || !isBefore(below, item)) return
    items[place] = below
    items[child] = item
    place = child
  }
}
