/** What one instance knows of one counter. */
export interface Tallied {
  count: number
  /** ms since the epoch until which nothing more is taken. */
  closedUntil: number
  /** The database has its document. */
  known: boolean
  /** ms since the epoch when it is over. */
  until: number
}

/** The counts of one instance. */
export interface Tally {
  of(id: string, until: number, now: number): Tallied
}

/** Counters kept at most; a stranger makes one with each openid. */
const mostKept = 20_000

export function createTally(): Tally {
  const kept = new Map<string, Tallied>()
  return {
    of(id, until, now) {
      const before = kept.get(id)
      if (before) return before
      if (kept.size >= mostKept) makeRoom(kept, now)
      const fresh = { count: 0, closedUntil: 0, known: false, until }
      kept.set(id, fresh)
      return fresh
    },
  }
}

/** What is over goes; if nothing is, the older half. */
function makeRoom(kept: Map<string, Tallied>, now: number): void {
  for (const [id, { until }] of kept) if (until <= now) kept.delete(id)
  if (kept.size < mostKept) return
  for (const id of [...kept.keys()].slice(0, mostKept / 2)) kept.delete(id)
}
