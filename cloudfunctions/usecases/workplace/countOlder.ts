import { dayOf, daySpan } from '../../domain/day'
import { type Counted, copyOf, counted, type DayFigures } from '../../domain/dayFigures'
import type { Deps } from '../kit/deps'
import { madeWithin } from '../kit/madeWithin'
import { findCounted, heldCell, move, pageSize } from './counted'
import { settledDay } from './takeIn'

/**
 * Counts what was made on a day before there were figures by the day, page by page: what has been counted is kept, and
 * the next call goes on from there. Returns whether all of it is.
 */
export async function countDay(deps: Deps, day: string, deadline: number): Promise<boolean> {
  let at = await settledDay(deps, day, fromTheBeginning)
  for (const collection of counted) {
    while (at.upTo[collection] !== null) {
      if (deps.clock() >= deadline) return false
      at = (await countPage(deps, collection, at)) ?? (await settledDay(deps, day))
    }
  }
  return true
}

const fromTheBeginning = async () => ({ verifications: '', invitations: '' })

/**
 * What has changed since and is marked counts as its day is to hold it: the intake moves it from there. null: somebody
 * else was first.
 */
async function countPage(deps: Deps, collection: Counted, before: DayFigures): Promise<DayFigures | null> {
  const { from, until } = daySpan(before._id)
  const page = await findCounted[collection](deps, {
    where: [...madeWithin(from, until), ['listKey', 'gt', before.upTo[collection] ?? '']],
    orderBy: [['listKey', 'asc']],
    limit: pageSize,
  })
  const tally = copyOf(before)
  let last: string | null = null
  for (const each of page) {
    move(collection, tally, each, { from: '', to: heldCell(each) })
    last = each.listKey
  }
  if (page.length < pageSize) last = null
  const changes = { ...tally, upTo: { ...before.upTo, [collection]: last } }
  if (!(await deps.store.replace('figures', before._id, before.version, changes))) return null
  return { ...before, ...changes, version: before.version + 1 }
}

/** The first of these days, one after another, on which anything was made; null: nothing was. */
export async function firstMade(deps: Deps, days: readonly string[]): Promise<string | null> {
  const [first] = days
  if (first === undefined) return null
  const { from } = daySpan(first)
  const { until } = daySpan(days.at(-1) ?? first)
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
