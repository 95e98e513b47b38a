import { earlierSearchForms, searchForm } from '../../domain/identity'
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
