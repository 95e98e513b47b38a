import type { FiguresResult } from '../../contract/workplace'
import { daySpan, daysOf } from '../../domain/day'
import { type Counted, counted, type DayFigures, emptyTally, type Tally } from '../../domain/dayFigures'
import { ActionError } from '../../domain/errors'
import { figuresOf } from '../../domain/figures'
import type { Deps } from '../kit/deps'
import { inLanes } from '../kit/lanes'
import { madeWithin } from '../kit/madeWithin'
import { slices } from '../kit/slices'
import { findCounted, move, pageSize } from './counted'
import { countDay, firstMade } from './countOlder'
import { takeIn } from './takeIn'

const day = 24 * 3600_000
/** Every day is a line of the answer, which must stay below what an answer may hold. */
const mostDays = 1100
/** ms one call counts what nobody has counted before; the next one goes on. */
const patience = 8000
/** Days that are counted at once. */
const lanes = 4
/** Days read with one call: each may hold a few thousand durations, and an answer of the database 1 MB. */
const daysAtOnce = 10

interface Range {
  from: number
  until: number
}

/**
 * What was made from `from` on and before `until`, in numbers: one document a day. What is not counted yet is counted
 * first, as far as there is time, and `uncounted` says how many days are left. Throws RANGE_TOO_LARGE, BUSY.
 */
export async function figures(deps: Deps, _openid: string, range: Range): Promise<FiguresResult> {
  const { from, until } = range
  if (until - from > mostDays * day) throw new ActionError('RANGE_TOO_LARGE')
  const deadline = deps.clock() + patience
  const { left } = await takeIn(deps, deadline)
  const byDay = new Map<string, Tally>()
  const whole: string[] = []
  for (const each of daysOf(from, until)) {
    const part = await partOf(deps, each, range)
    if (part === null) whole.push(each)
    else byDay.set(each, await tallyOf(deps, part, deadline))
  }
  const known = await stored(deps, whole)
  const missing = await missingDays(deps, whole, known)
  const uncounted = await countDays(deps, missing, deadline)
  for (const each of [...known, ...(await stored(deps, missing))]) byDay.set(each._id, each)
  return { ...figuresOf(range, byDay), uncounted: left ? Math.max(1, uncounted) : uncounted }
}

/** What of a day is wanted; null: all that was made on it. */
async function partOf(deps: Deps, name: string, { from, until }: Range): Promise<Range | null> {
  const all = daySpan(name)
  const before = { from: all.from, until: Math.max(all.from, from) }
  const after = { from: Math.min(all.until, until), until: all.until }
  if ((await isEmpty(deps, before)) && (await isEmpty(deps, after))) return null
  return { from: before.until, until: after.from }
}

async function isEmpty(deps: Deps, { from, until }: Range): Promise<boolean> {
  if (from >= until) return true
  for (const collection of counted) {
    const [one] = await findCounted[collection](deps, { where: madeWithin(from, until), limit: 1 })
    if (one) return false
  }
  return true
}

/** A part of a day is counted from its documents. Throws RANGE_TOO_LARGE when that takes too long. */
async function tallyOf(deps: Deps, part: Range, deadline: number): Promise<Tally> {
  const tally = emptyTally()
  for (const collection of counted) await addAll(deps, collection, part, tally, deadline)
  return tally
}

async function addAll(
  deps: Deps,
  collection: Counted,
  { from, until }: Range,
  tally: Tally,
  deadline: number,
): Promise<void> {
  for (let last = ''; ; ) {
    const page = await findCounted[collection](deps, {
      where: [...madeWithin(from, until), ['listKey', 'gt', last]],
      orderBy: [['listKey', 'asc']],
      limit: pageSize,
    })
    for (const each of page) {
      move(collection, tally, each, { from: '', to: each.cell })
      last = each.listKey
    }
    if (page.length < pageSize) return
    if (deps.clock() >= deadline) throw new ActionError('RANGE_TOO_LARGE')
  }
}

/** Returns how many days are left. */
async function countDays(deps: Deps, days: readonly string[], deadline: number): Promise<number> {
  const queue = [...days]
  let left = days.length
  await inLanes(lanes, async () => {
    for (let next = queue.shift(); next && deps.clock() < deadline; next = queue.shift())
      if (await countDay(deps, next, deadline)) left -= 1
  })
  return left
}

/** Days that are not counted, or not to their end. Those in a row without figures cost one look together. */
async function missingDays(
  deps: Deps,
  days: readonly string[],
  known: readonly DayFigures[],
): Promise<string[]> {
  const isCounted = new Map(known.map(({ _id, upTo }) => [_id, counted.every(each => upTo[each] === null)]))
  const missing = days.filter(each => isCounted.get(each) === false)
  for (let at = 0; at < days.length; ) {
    const end = days.findIndex((each, index) => index >= at && isCounted.has(each))
    const row = days.slice(at, end === -1 ? undefined : end)
    const made = await firstMade(deps, row)
    if (made !== null) missing.push(made)
    at = made === null ? at + row.length + 1 : days.indexOf(made) + 1
  }
  return missing
}

/** The figures of these days that there are. */
async function stored({ store }: Deps, days: readonly string[]): Promise<DayFigures[]> {
  const pages = slices(days, daysAtOnce).map(page =>
    store.find('figures', { where: [['_id', 'in', page]], limit: page.length }),
  )
  return (await Promise.all(pages)).flat()
}
