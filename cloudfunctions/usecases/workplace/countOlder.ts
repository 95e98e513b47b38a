import { dayOf, daySpan } from '../../domain/day'
import { type Counted, copyOf, counted } from '../../domain/dayFigures'
import { contend } from '../../platform/change'
import type { Deps } from '../kit/deps'
import { madeWithin } from '../kit/madeWithin'
import { findCounted, heldCell, move, pageSize } from './counted'
import { settledDay } from './takeIn'

/**
 * Counts what was made on a day before there were figures by the day, page by page: what has been counted is kept, and
 * the next call goes on from there. Returns whether all of it is.
 */
export async function countDay(deps: Deps, day: string, deadline: number): Promise<boolean> {
  for (const collection of counted) {
    for (let done = false; !done; ) {
      done = await contend(() => countPage(deps, collection, day))
      if (!done && deps.clock() >= deadline) return false
    }
  }
  return true
}

/** What has changed since and is marked counts as its day is to hold it: the intake moves it from there. */
async function countPage(deps: Deps, collection: Counted, day: string): Promise<{ won: boolean } | null> {
  const before = await settledDay(deps, day)
  const last = before.upTo[collection]
  if (last === null) return { won: true }
  const { from, until } = daySpan(day)
  const page = await findCounted[collection](deps, {
    where: [...madeWithin(from, until), ['listKey', 'gt', last]],
    orderBy: [['listKey', 'asc']],
    limit: pageSize,
  })
  const tally = copyOf(before)
  for (const each of page) move(collection, tally, each, { from: '', to: heldCell(each) })
  const isLast = page.length < pageSize
  const upTo = { ...before.upTo, [collection]: isLast ? null : (page.at(-1)?.listKey ?? null) }
  const won = await deps.store.replace('figures', day, before.version, { ...tally, upTo })
  return won ? { won: isLast } : null
}

/** The first of these days, one after another, on which anything was made; null: nothing was. */
export async function firstMade(deps: Deps, days: readonly string[]): Promise<string | null> {
  const [first, last] = [days.at(0), days.at(-1)]
  if (first === undefined || last === undefined) return null
  const [from, until] = [daySpan(first).from, daySpan(last).until]
  const oldest = await Promise.all(
    counted.map(collection =>
      findCounted[collection](deps, {
        where: madeWithin(from, until),
        orderBy: [['listKey', 'asc']],
        limit: 1,
      }),
    ),
  )
  const made = oldest.flat().map(({ createdAt }) => dayOf(createdAt))
  return made.sort()[0] ?? null
}
