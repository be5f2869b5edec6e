const maximumCharacters = 200

/** Foreign text inside an error message: one line of ASCII, capped. */
export function printable(text: string): string {
  return text
    .slice(0, 2 * maximumCharacters)
    .replace(/[^\x20-\x7e]+/g, ' ')
    .slice(0, maximumCharacters)
}
