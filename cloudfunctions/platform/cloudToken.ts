import { isHeld } from '../domain/lease'
import type { TokenRow } from '../domain/token'
import { change, changeOrBegin } from './change'
import type { Clock } from './clock'
import { randomHex, type Vault } from './crypto'
import { isRecord } from './json'
import type { IssuedToken, SharedToken } from './sharedToken'
import type { Store } from './store'

export interface SharedTokenOptions {
  store: Pick<Store, 'get' | 'insert' | 'replace'>
  vault: Pick<Vault, 'seal' | 'open'>
  clock: Clock
  /** ms after which whoever asks for a token counts as dead. Must be longer than the request for one may take. */
  leaseMs: number
  sleep?: (ms: number) => Promise<void>
}

/** ms before its end that a token is replaced; meanwhile all others go on with it. */
const margin = 10 * 60_000
/** ms a token must still live to be handed out: as long as the call that uses it. */
const shortest = 60_000
/** Who finds the lease taken looks again so often. */
const pauseMs = 200
const looks = 25

/**
 * The token lies sealed in the database. A lease, taken by compare-and-set, says who asks for the next one; the others
 * use the old one while it lives, and otherwise wait and look again. A dead holder's lease ends by itself.
 */
export function createSharedToken(options: SharedTokenOptions): SharedToken {
  const { store, vault, clock, leaseMs, sleep = wait } = options
  return { get, invalidate }

  async function get(name: string, request: () => Promise<IssuedToken | null>): Promise<string | null> {
    for (let look = 0; look < looks; look++) {
      const { living, holder } = await takeLease(name)
      if (holder !== null) return (await renewed(name, holder, request)) ?? living
      if (living !== null) return living
      await sleep(pauseMs)
    }
    return null
  }

  async function invalidate(name: string, token: string): Promise<void> {
    await change(store, 'tokens', name, row =>
      opened(row) === token ? { sealed: null, expiresAt: 0 } : null,
    )
  }

  /** The token that lives, and our lease where it is time for the next one and nobody else asks. */
  async function takeLease(name: string): Promise<{ living: string | null; holder: string | null }> {
    const lease = { holder: randomHex(8), leaseUntil: clock() + leaseMs }
    const { document, changed } = await changeOrBegin(store, 'tokens', name, row => {
      const lasts = row && livingToken(row) !== null && row.expiresAt - clock() > margin
      const isTaken = row && isHeld(row.leaseUntil, clock(), leaseMs)
      return lasts || isTaken ? null : { sealed: null, expiresAt: 0, ...row, ...lease }
    })
    return { living: livingToken(document), holder: changed ? lease.holder : null }
  }

  async function renewed(
    name: string,
    holder: string,
    request: () => Promise<IssuedToken | null>,
  ): Promise<string | null> {
    let issued: IssuedToken | null = null
    try {
      issued = await request()
    } finally {
      await endLease(name, holder, issued)
    }
    return issued?.token ?? null
  }

  /** Meanwhile the old token may have been invalidated: that is no reason to lose the new one. */
  async function endLease(name: string, holder: string, issued: IssuedToken | null): Promise<void> {
    const token = issued && {
      sealed: vault.seal({ token: issued.token }, placeOf(name)),
      expiresAt: issued.expiresAt,
    }
    await change(store, 'tokens', name, row =>
      row.holder === holder ? { ...token, holder: '', leaseUntil: 0 } : null,
    )
  }

  function livingToken(row: TokenRow | null): string | null {
    return row && row.expiresAt - clock() > shortest ? opened(row) : null
  }

  /** null also when its key is gone: a token can be had again. */
  function opened({ _id, sealed }: TokenRow): string | null {
    if (sealed === null) return null
    try {
      const content = vault.open(sealed, placeOf(_id))
      return isRecord(content) && typeof content.token === 'string' ? content.token : null
    } catch {
      return null
    }
  }
}

const placeOf = (id: string) => ({ kind: 'vendorToken', id }) as const

const wait = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))
