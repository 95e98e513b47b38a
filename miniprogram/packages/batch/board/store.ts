import type { RowView } from '../../../cloud/types'
import { type FilterKey, folded, passes, type Tally, tallyOf } from './filters'

/** What of the board is seen; a new object after every change. */
export interface BoardShot {
  /** Numbers of the rows in the list, in order. The same array as long as no row enters, leaves or moves. */
  listed: readonly number[]
  filter: FilterKey
  query: string
  tally: Tally
  /** Rows that entered or left the filter since the list was made: they wait for `regroup`. */
  drifted: number
  selecting: boolean
  selected: ReadonlySet<number>
}

export interface Board {
  subscribe(listener: () => void): () => void
  shot(): BoardShot
  row(number: number): RowView | undefined
  size(): number
  /** All rows anew. */
  replace(rows: readonly RowView[]): void
  /** Takes over newer rows; tells whether anything changed. The list stays as it is, so that nothing jumps under a finger. */
  merge(rows: readonly RowView[]): boolean
  remove(rowIds: readonly string[]): void
  /** Makes the list anew from filter and search. */
  regroup(): void
  setFilter(filter: FilterKey): void
  search(query: string): void
  select(selecting: boolean): void
  toggle(number: number): void
  /** All of the list, or none of it when all are chosen already. */
  toggleAll(): void
  chosen(): RowView[]
}

/** The rows of a batch, outside React: a thousand of them change without anything being rendered that is not seen. */
export function createBoard(): Board {
  const rows = new Map<number, RowView>()
  const searchable = new WeakMap<RowView, string>()
  const listeners = new Set<() => void>()
  let shot: BoardShot = {
    listed: [],
    filter: 'all',
    query: '',
    tally: tallyOf([]),
    drifted: 0,
    selecting: false,
    selected: new Set(),
  }

  const publish = (change: Partial<BoardShot>) => {
    shot = { ...shot, ...change }
    for (const listener of [...listeners]) listener()
  }

  const textOf = (row: RowView): string => {
    const known = searchable.get(row)
    if (known !== undefined) return known
    const text = `${folded(row.name)}\n${folded(row.creditCode)}`
    searchable.set(row, text)
    return text
  }

  const list = (filter = shot.filter, query = shot.query): number[] => {
    const wanted = folded(query)
    return [...rows.values()]
      .filter(row => passes(row, filter) && (wanted === '' || textOf(row).includes(wanted)))
      .map(row => row.number)
      .sort((a, b) => a - b)
  }

  /** Keeps the array when nothing moved. */
  const relist = (next = list()): Partial<BoardShot> => ({
    listed: same(next, shot.listed) ? shot.listed : next,
    drifted: 0,
  })

  const counted = (): Partial<BoardShot> => ({
    tally: tallyOf(rows.values()),
    selected: new Set([...shot.selected].filter(number => rows.has(number))),
  })

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    shot: () => shot,
    row: number => rows.get(number),
    size: () => rows.size,

    replace(all) {
      const known = new Map(rows)
      rows.clear()
      for (const row of all) rows.set(row.number, newer(known.get(row.number), row))
      publish({ ...counted(), ...relist() })
    },

    merge(fresh) {
      let changed = false
      for (const row of fresh) {
        const known = rows.get(row.number)
        const taken = newer(known, row)
        if (taken === known) continue
        rows.set(row.number, taken)
        changed = true
      }
      if (!changed) return false
      const next = list()
      const free = shot.listed.length === 0 || (shot.filter === 'all' && shot.query === '')
      publish({ ...counted(), ...(free ? relist(next) : { drifted: difference(shot.listed, next) }) })
      return true
    },

    remove(rowIds) {
      const gone = new Set(rowIds)
      for (const row of [...rows.values()]) if (gone.has(row.id)) rows.delete(row.number)
      publish({ ...counted(), ...relist() })
    },

    regroup: () => publish(relist()),
    setFilter: filter => publish({ filter, ...relist(list(filter)) }),
    search: query => publish({ query, ...relist(list(shot.filter, query)) }),

    select: selecting => publish({ selecting, selected: new Set() }),
    toggle(number) {
      const selected = new Set(shot.selected)
      if (!selected.delete(number)) selected.add(number)
      publish({ selected })
    },
    toggleAll() {
      const all = shot.listed.every(number => shot.selected.has(number))
      const selected = new Set(shot.selected)
      for (const number of shot.listed) {
        if (all) selected.delete(number)
        else selected.add(number)
      }
      publish({ selected })
    },
    chosen: () => [...shot.selected].sort((a, b) => a - b).flatMap(number => rows.get(number) ?? []),
  }
}

/** The one that is newer; the known object itself when the other says nothing else. Answers may overtake each other. */
function newer(known: RowView | undefined, row: RowView): RowView {
  if (!known) return row
  if (row.updatedAt < known.updatedAt) return known
  const keys = Object.keys(row) as (keyof RowView)[]
  return keys.every(key => row[key] === known[key]) ? known : row
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at])
}

/** How many are in one of the two only. */
function difference(a: readonly number[], b: readonly number[]): number {
  const first = new Set(a)
  const common = b.filter(each => first.has(each)).length
  return a.length + b.length - 2 * common
}
