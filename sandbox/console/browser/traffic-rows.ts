/** Rows as they come in, put in order and given their callers. */
import type { Party, TrafficRow } from '../shapes'

/** Enough for an afternoon; older ones are still in the simulators' own logs. */
const MOST_ROWS = 300

/** Newest first. A later row of the same key replaces the earlier one. */
export function withRows(rows: readonly TrafficRow[], more: readonly TrafficRow[]): TrafficRow[] {
  const byKey = new Map([...rows, ...more].map(row => [row.key, row]))
  const ordered = [...byKey.values()].sort(
    (one, other) => other.at - one.at || (one.key < other.key ? 1 : -1),
  )
  return nameCallers(ordered.slice(0, MOST_ROWS))
}

/** A simulator cannot know which function called it: it is the only one that ran at that moment, if there was one. */
function nameCallers(rows: TrafficRow[]): TrafficRow[] {
  const runs = rows.filter(row => row.key.startsWith('cloud-') && row.to !== 'platform')
  return rows.map(row => {
    if (row.from !== 'functions' || row.key.startsWith('cloud-')) return row
    const names = new Set(runs.filter(run => within(row.at, run)).map(run => run.to))
    const [only] = names
    return names.size === 1 && only ? { ...row, from: only } : row
  })
}

/** Both clocks are of one machine, but each rounds to its own ms. */
function within(at: number, run: TrafficRow): boolean {
  return at >= run.at - 2 && at <= run.at + run.ms + 2
}

export function ofParty(rows: readonly TrafficRow[], party: Party): TrafficRow[] {
  return rows.filter(row => party === '' || row.from === party || row.to === party)
}

/** In the order of their first appearance, after the ones that are always there. */
export function partiesOf(rows: readonly TrafficRow[], always: readonly Party[]): Party[] {
  return [...new Set([...always, ...rows.flatMap(row => [row.from, row.to])])]
}
