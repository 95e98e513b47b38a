import { dayOf, daySpan } from '../../domain/day'
import {
  type Counted,
  copyOf,
  counted,
  type DayFigures,
  emptyTally,
  type Moved,
} from '../../domain/dayFigures'
import { contend } from '../../platform/change'
import type { Deps } from '../kit/deps'
import { madeWithin } from '../kit/madeWithin'
import { type CountedDocument, findCounted, heldCell, move, pageSize } from './counted'

/**
 * Takes into the figures of their days what has become of documents since they were counted. Each change leaves a mark
 * in its own write, so none is lost; and it is counted once, whoever dies where, and however many do this at once:
 *
 * 1. The day is read, then the documents: what they remember is what the day holds of them.
 * 2. One write, compared by version, counts them under their new cells and says so in `moved`.
 * 3. The documents learn it, unless a later intake has told them already, and lose their marks, unless they have changed
 *    meanwhile. Whoever comes next finds `moved` and does this first, if need be.
 *
 * Returns whether some are left when the time is over.
 */
export async function takeIn(deps: Deps, deadline: number): Promise<{ left: boolean }> {
  for (const collection of counted) {
    for (;;) {
      const marked = await findCounted[collection](deps, { where: [['toCount', 'gt', '']], limit: pageSize })
      for (const [day, ids] of byDay(marked)) await takeInDay(deps, collection, day, ids)
      if (marked.length < pageSize) break
      if (deps.clock() >= deadline) return { left: true }
    }
  }
  return { left: false }
}

function byDay(documents: readonly CountedDocument[]): Map<string, string[]> {
  const ids = new Map<string, string[]>()
  for (const { _id, createdAt } of documents) {
    const day = dayOf(createdAt)
    ids.set(day, [...(ids.get(day) ?? []), _id])
  }
  return ids
}

async function takeInDay(
  deps: Deps,
  collection: Counted,
  day: string,
  ids: readonly string[],
): Promise<void> {
  await contend(async () => {
    const before = await settledDay(deps, day)
    const those = { where: [['_id', 'in', ids]] as const, limit: ids.length }
    const marked = (await findCounted[collection](deps, those)).filter(({ toCount }) => toCount)
    if (marked.length === 0) return { won: undefined }
    const tally = copyOf(before)
    // What was made before there were figures is counted as it stands when its turn comes.
    const upTo = before.upTo[collection]
    const held = marked.filter(({ listKey }) => upTo === null || listKey <= upTo)
    for (const each of held) move(collection, tally, each, { from: heldCell(each), to: each.cell })
    const intake = before.intake + 1
    const changes = { ...tally, intake, moved: movedOf(collection, marked) }
    if (!(await deps.store.replace('figures', day, before.version, changes))) return null
    await settle(deps, { ...before, ...changes, version: before.version + 1 })
    return { won: undefined }
  })
}

function movedOf(collection: Counted, documents: readonly CountedDocument[]): Moved[] {
  const moved = new Map<string, Moved>()
  for (const { cell, _id, toCount = '' } of documents) {
    const own = moved.get(cell) ?? { collection, cell, ids: [], marks: [] }
    own.ids.push(_id)
    own.marks.push(toCount)
    moved.set(cell, own)
  }
  return [...moved.values()]
}

/** The figures of a day, when its documents remember what they hold of them. Begun, if need be. */
export async function settledDay(deps: Deps, day: string, begin: Begin = asMarked): Promise<DayFigures> {
  return contend(async () => {
    const found = (await deps.store.get('figures', day)) ?? (await begun(deps, day, begin))
    if (!found) return null
    if (found.moved.length === 0) return { won: found }
    await settle(deps, found)
    return null
  })
}

/** Where the counting of a day begins of which there are no figures. */
type Begin = (deps: Deps, day: string) => Promise<DayFigures['upTo']>

/** null: somebody else has begun them meanwhile. */
async function begun(deps: Deps, day: string, begin: Begin): Promise<DayFigures | null> {
  const upTo = await begin(deps, day)
  const fresh = { _id: day, version: 1, ...emptyTally(), intake: 0, moved: [], upTo }
  return (await deps.store.insert('figures', fresh)) ? fresh : null
}

const asMarked: Begin = async (deps, day) => ({
  verifications: await beginning(deps, 'verifications', day),
  invitations: await beginning(deps, 'invitations', day),
})

/** Marks are taken one by one from the first document on: where that waits to be counted, all that come after it have marks. */
async function beginning(deps: Deps, collection: Counted, day: string): Promise<'' | null> {
  const { from, until } = daySpan(day)
  const [first] = await findCounted[collection](deps, {
    where: madeWithin(from, until),
    orderBy: [['listKey', 'asc']],
    limit: 1,
  })
  return first === undefined || (first.toCount && first.countedAs === '') ? null : ''
}

async function settle({ store }: Deps, { _id, version, intake, moved }: DayFigures): Promise<void> {
  for (const { collection, cell, ids } of moved) {
    const untold = [
      ['_id', 'in', ids],
      ['countedIn', 'lt', intake],
    ] as const
    await store.updateMany(collection, untold, { set: { countedAs: cell, countedIn: intake } })
  }
  for (const { collection, ids, marks } of moved) {
    const unchanged = [
      ['_id', 'in', ids],
      ['toCount', 'in', marks],
    ] as const
    await store.updateMany(collection, unchanged, { set: { toCount: '' } })
  }
  await store.replace('figures', _id, version, { moved: [] })
}
