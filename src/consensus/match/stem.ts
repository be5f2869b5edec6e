const endings = [
  'izations',
  'ization',
  'isation',
  'ability',
  'ibility',
  'ations',
  'ation',
  'ating',
  'ators',
  'ator',
  'ated',
  'ates',
  'ate',
  'izing',
  'ising',
  'ized',
  'ised',
  'izes',
  'ises',
  'ize',
  'ise',
  'ively',
  'ments',
  'ment',
  'ness',
  'ions',
  'ings',
  'able',
  'ible',
  'ies',
  'ied',
  'ing',
  'ion',
  'ers',
  'ed',
  'es',
  'er',
  'ly',
  's',
  'e',
]
const SHORTEST_STEM = 4

/** The word without its English ending, roughly; equal for the forms of one word more often than not. */
export function stemOf(word: string): string {
  if (word.length <= 3 || !/^[a-z]+$/.test(word)) return word
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= shortestFor(one))
  const stem = ending === undefined ? word : `${word.slice(0, -ending.length)}${ending.startsWith('ie') ? 'y' : ''}`
  return /([b-df-hj-np-tv-z])\1$/.test(stem) && stem.length > 4 ? stem.slice(0, -1) : stem
}

function shortestFor(ending: string): number {
  return ending.length <= 2 ? SHORTEST_STEM - 1 : ending.length === 3 ? SHORTEST_STEM - 1 : SHORTEST_STEM
}
