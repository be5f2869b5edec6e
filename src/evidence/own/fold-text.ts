import { lookAlikes } from './look-alikes.js'

const plain = /^[\x20-\x7e]*$/
const tagCharacter = /[\u{e0020}-\u{e007e}]/gu
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu
/** A bounded run, because sorting the marks of an endless one takes quadratic time. */
const beyondAscii = /[^\x00-\x7f]{1,64}/gu
const lookAlike = new RegExp(`[${[...lookAlikes.keys()].join('')}]`, 'g')
const dash = /\p{Pd}/gu
const tagOffset = 0xe0000

/**
 * One spelling for what a model reads alike: NFKC, tag characters as the ASCII that they stand for, without invisible
 * characters, look-alike letters as Latin ones, `-` for any dash, and one space for any white space or control character.
 */
export function foldText(text: string): string {
  const visible = plain.test(text) ? text : toPlainLetters(text)
  return visible.replace(/[\p{Z}\p{Cc}]+/gu, ' ').trim()
}

function toPlainLetters(text: string): string {
  return text
    .replace(tagCharacter, (tag) => String.fromCodePoint((tag.codePointAt(0) ?? 0) - tagOffset))
    .replace(invisible, '')
    .replace(beyondAscii, (run) => run.normalize('NFKC'))
    .replace(dash, '-')
    .replace(lookAlike, (letter) => lookAlikes.get(letter)?.latin ?? letter)
}
