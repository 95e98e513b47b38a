import { ActionError } from '../../domain/errors'
import { sha256 } from '../../platform/crypto'
import { canonicalJson } from '../../platform/json'
import type { Deps } from './deps'
import { bind, isBound, type Refuse } from './once'

export const refuseKey: Refuse = why =>
  new ActionError(why === 'reused' ? 'KEY_CONFLICT' : 'START_IN_PROGRESS', 'clientKey')

/** The key of a call that finds by it what it has made. */
interface ClientKey {
  /** Binds it, before anything is written. Throws KEY_CONFLICT when it was used with other content. */
  bind(): Promise<void>
}

/** `what`: of the kind of thing that is made. `content`: all that the caller gave, without the key. */
export function clientKeyOf(
  deps: Deps,
  { what, owner, key }: { what: string; owner: string; key: string },
  content: object,
): ClientKey {
  return {
    bind: () => bind(deps, { scope: [what, owner], owner, key, request: canonicalJson(content) }, refuseKey),
  }
}

interface Import {
  what: string
  owner: string
  key: string
  /** All that was given with the spreadsheet, and the spreadsheet as it was named. */
  terms: object
  source: object
  /** What is in it. Throws FILE_UNREADABLE. */
  content: () => Promise<string | Buffer>
}

/**
 * The same for what is made from a spreadsheet. Content counts, not the name of an upload; yet the upload of a call that
 * was done is gone, and a repeat that names it again is known by its name.
 */
export function importKeyOf(deps: Deps, { what, owner, key, terms, source, content }: Import): ClientKey {
  const named = {
    scope: [what, owner, 'named'],
    owner,
    key: `${key} ${sha256(canonicalJson({ terms, source }))}`,
    request: '',
  }
  return {
    async bind() {
      if (await isBound(deps, named)) return
      const request = canonicalJson({ terms, content: sha256(await content()) })
      await bind(deps, { scope: [what, owner], owner, key, request }, refuseKey)
      await bind(deps, named, refuseKey)
    },
  }
}
