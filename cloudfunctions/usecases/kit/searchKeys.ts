import { earlierSearchForms, organizationNameKey, searchForm } from '../../domain/identity'
import type { Deps } from './deps'

/**
 * By what operators find somebody without the database knowing the text: a keyed digest of the whole name, number or
 * code, in the one form in which all ways to write it agree.
 */
function searchKey({ vault }: Pick<Deps, 'vault'>, text: string): string {
  return keyOf(vault, searchForm(text))
}

/** What to look for: also the keys of documents from before there was one form for all ways to write something. */
export function searchedKeys({ vault }: Pick<Deps, 'vault'>, text: string): string[] {
  return [...new Set([searchForm(text), ...earlierSearchForms(text)])].map(form => keyOf(vault, form))
}

function keyOf(vault: Deps['vault'], form: string): string {
  return vault.digest('search', form).slice(0, 32)
}

/** Of those texts that say something, each once. */
export function searchKeys(deps: Pick<Deps, 'vault'>, texts: readonly (string | undefined)[]): string[] {
  const said = texts.filter((text): text is string => text !== undefined && text.trim() !== '')
  return [...new Set(said.map(text => searchKey(deps, text)))]
}

/** Signs of the shortest and the longest part that is kept: a longer one is found by all of its parts. */
const pieces = { least: 2, most: 3 }
/** More parts of what is looked for narrow nothing down. */
const mostSought = 8
/** Of what may be typed as a name or a title; the rest is not found by its parts. */
const longestPublic = 100

/** By what something public is found in part: names of organizations, titles. Never a person's name or a number. */
export function pieceKeys(deps: Pick<Deps, 'vault'>, publicTexts: readonly (string | undefined)[]): string[] {
  const forms = publicTexts.flatMap(text => (text === undefined ? [] : [publicForm(text)]))
  const found = forms.flatMap(form => [...windows(form, pieces.least), ...windows(form, pieces.most)])
  return [...new Set(found)].map(piece => pieceKey(deps, piece))
}

/** What a document must have to be found: of each of these lists at least one key. */
export function soughtKeys(deps: Pick<Deps, 'vault'>, text: string): string[][] {
  const whole = searchedKeys(deps, text)
  const form = publicForm(text)
  const size = Math.min([...form].length, pieces.most)
  if (size < pieces.least) return [whole]
  return windows(form, size)
    .slice(0, mostSought)
    .map(piece => [...whole, pieceKey(deps, piece)])
}

function pieceKey({ vault }: Pick<Deps, 'vault'>, piece: string): string {
  return vault.digest('searchPiece', piece).slice(0, 12)
}

function publicForm(text: string): string {
  return organizationNameKey(text.slice(0, longestPublic))
}

/** Every run of so many signs. */
function windows(form: string, size: number): string[] {
  const signs = [...form]
  return signs.slice(size - 1).map((_, at) => signs.slice(at, at + size).join(''))
}
