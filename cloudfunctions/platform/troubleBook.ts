/** What is known of somebody who fails to answer. Times are ms since the epoch. */
export interface Trouble {
  /** How much has failed in a row. */
  weight: number
  /** Nobody asks before that; 0: everybody may. */
  notBefore: number
  /** ms `notBefore` was away when it was written: a clock that has jumped makes it no longer. */
  pause: number
  /** What was written counts until then. */
  until: number
  /** `notBefore` is so late only because somebody tries just now. */
  trying: boolean
}

/** The page of one vendor in a book that all instances read. */
export interface TroubleBook {
  /** null: nothing is known. */
  read(): Promise<Trouble | null>
  /** Decides on the newest that is written; null: leaves it. Returns what is written now, and whether it is ours. */
  change(
    decide: (before: Trouble | null) => Trouble | null,
  ): Promise<{ now: Trouble | null; changed: boolean }>
}

/** For one instance alone. */
export function createOwnBook(): TroubleBook {
  let page: Trouble | null = null
  return {
    read: async () => page,
    async change(decide) {
      const next = decide(page)
      page = next ?? page
      return { now: page, changed: next !== null }
    },
  }
}
