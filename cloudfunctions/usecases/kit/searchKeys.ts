import type { Deps } from './deps'

/**
 * By what operators find somebody without the database knowing the text: a keyed digest of the whole name, number or
 * code. Width, case and spaces make no difference.
 */
export function searchKey({ vault }: Pick<Deps, 'vault'>, text: string): string {
  return vault.digest('search', text.normalize('NFKC').replace(/\s/g, '').toUpperCase()).slice(0, 32)
}

/** Of those texts that say something, each once. */
export function searchKeys(deps: Pick<Deps, 'vault'>, texts: readonly (string | undefined)[]): string[] {
  const said = texts.filter((text): text is string => text !== undefined && text.trim() !== '')
  return [...new Set(said.map(text => searchKey(deps, text)))]
}
