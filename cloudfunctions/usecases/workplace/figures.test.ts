import { countedStore } from '../../../test/support/counted-store'
import { codeOf } from '../../../test/support/refusal'
import { invitationOf } from '../../../test/support/stored'
import { createWorld, type World } from '../../../test/support/world'
import { perform } from '../../api/perform'
import type { DayFigures } from '../../domain/dayFigures'
import type { Verification } from '../../domain/verification'
import { claim } from '../operator/claim'
import { commit } from '../verification/commit'
import { start } from '../verification/start'
import { countDay } from './countOlder'
import { figures } from './figures'

const days = 24 * 3600_000
const noon = Date.parse('2026-01-30T12:00:00+08:00')

let world: World
let model: Verification
beforeEach(async () => {
  world = createWorld()
  await claim(world.deps, 'olivia', { code: 'setup-code' })
  await start(world.deps, 'alice', await world.startInput())
  const [born] = world.store.all('verifications')
  if (!born) throw new Error('nothing was born')
  model = born
})

const within = (from: number, until: number) => figures(world.deps, 'olivia', { from, until })

/** As they were written before there were figures by the day. */
const withoutMarks = ({ toCount: _, countedAs: __, countedIn: ___, ...older }: Verification): Verification =>
  older

async function made(createdAt: number, index = 0): Promise<void> {
  const _id = `v_${index.toString(16).padStart(32, '0')}`
  await world.store.insert('verifications', { ...model, _id, listKey: `${createdAt}_${_id}`, createdAt })
}

test('what was made from the one moment on and before the other is counted', async () => {
  for (const [index, createdAt] of [noon - 1, noon, noon + days - 1, noon + days].entries()) {
    await made(createdAt, index)
    const openedAt = index === 2 ? noon : null
    await world.store.insert('invitations', invitationOf(index, { createdAt, openedAt }))
  }
  expect(await within(noon, noon + days)).toMatchObject({
    from: noon,
    until: noon + days,
    verifications: { total: 2, states: { ready: 2 } },
    funnel: { invited: 2, opened: 1, started: 0 },
    days: [
      { day: '2026-01-30', started: 1 },
      { day: '2026-01-31', started: 1 },
    ],
  })
})

test('nothing is lost or counted twice where one page of the database ends', async () => {
  for (let index = 0; index < 1001; index++) await made(noon + (index % 3), index)
  expect((await within(noon, noon + days)).verifications.total).toBe(1001)
})

test('1,100 days are counted, and not a moment more', async () => {
  expect((await within(noon, noon + 1100 * days)).days).toHaveLength(1101)
  expect(await codeOf(within(noon, noon + 1100 * days + 1))).toBe('RANGE_TOO_LARGE')
})

test('ninety days cost a document a day, however much was made on them', async () => {
  const morning = noon - days / 2
  model = withoutMarks(model)
  for (let index = 0; index < 9000; index++) await made(morning + Math.floor(index / 100) * days, index)
  for (let index = 0; index < 90; index++)
    await world.store.insert('invitations', invitationOf(index, { createdAt: morning + index * days }))
  const range = { from: morning, until: morning + 90 * days }
  const first = await figures(world.deps, 'olivia', range)
  expect(first).toMatchObject({ verifications: { total: 9000 }, funnel: { invited: 90 }, uncounted: 0 })
  const { store, counts } = countedStore(world.deps.store)
  expect(await figures({ ...world.deps, store }, 'olivia', range)).toEqual(first)
  expect(counts.documents).toBeLessThanOrEqual(100)
  expect(counts.reads).toBeLessThanOrEqual(15)
  expect(counts.writes).toBe(0)
})

test('what was there before is counted for as long as there is time, and the next look goes on', async () => {
  const morning = noon - days / 2
  model = withoutMarks(model)
  for (let index = 0; index < 2400; index++) await made(morning + (index % 4) * days, index)
  const range = { from: morning, until: morning + 4 * days }
  let now = 0
  const slow = { ...world.deps, clock: () => (now += 3000) }
  const left: number[] = []
  for (let looks = 0; left.at(-1) !== 0 && looks < 20; looks++)
    left.push((await figures(slow, 'olivia', range)).uncounted)
  expect(left.length).toBeGreaterThan(1)
  expect([...left].sort((a, b) => b - a)).toEqual(left)
  expect((await within(range.from, range.until)).verifications.total).toBe(2400)
})

test.each([
  ['canceled', 0],
  ['verified', 1],
] as const)(
  'what is %s while an older day is counted is counted once, and so is how long it took',
  async (state, timed) => {
    model = withoutMarks(model)
    await made(noon, 1)
    const [, before] = world.store.all('verifications')
    const history = [...model.history, { state, at: noon + 1000 }]
    await commit(world.deps, before?._id ?? '', () => ({ changes: { state, history }, audit: null }))
    await countDay(world.deps, '2026-01-30', world.deps.clock() + 1000)
    const { verifications, duration } = await within(noon - days / 2, noon + days / 2)
    expect(verifications).toMatchObject({ total: 1, states: { [state]: 1, ready: 0 } })
    expect(duration).toMatchObject({ count: timed, median: timed ? 1000 : null })
  },
)

test('a day is the whole of it when nothing was made in the rest', async () => {
  await made(noon, 1)
  await within(noon - days / 2, noon + days / 2)
  const { store, counts } = countedStore(world.deps.store)
  const counted = await figures({ ...world.deps, store }, 'olivia', { from: noon - 1, until: noon + 1 })
  expect(counted.verifications.total).toBe(1)
  expect(counts.documents).toBe(1)
})

const midnight = Date.parse('2026-01-30T00:00:00+08:00')
/** Of those looked at here. */
const kept = () => world.store.all('figures').filter(({ _id }) => _id.startsWith('2026'))
const keptDays = () => kept().map(({ _id }) => _id)

test('whole days that are counted cost one look together, beside that at what has changed', async () => {
  for (let at = 0; at < 5; at++) await made(midnight + at * days, at)
  await within(midnight, midnight + 5 * days)
  const { store, counts } = countedStore(world.deps.store)
  await figures({ ...world.deps, store }, 'olivia', { from: midnight, until: midnight + 5 * days })
  expect(counts).toEqual({ reads: 3, writes: 0, documents: 5 })
})

test.each([
  ['nothing else', {}, true],
  ['something before', { verification: noon - 2 }, false],
  ['something after', { verification: noon + 1 }, false],
  ['an invitation before', { invitation: midnight }, false],
  ['an invitation after', { invitation: midnight + days - 1 }, false],
  ['something on the day before', { verification: midnight - 1 }, true],
  ['something on the day after', { invitation: midnight + days }, true],
] as const)('of two moments at noon, with %s made on the day or beside it', async (_what, other, whole) => {
  model = withoutMarks(model)
  for (const [index, at] of [noon - 1, noon].entries()) await made(at, index)
  if ('verification' in other) await made(other.verification, 2)
  if ('invitation' in other)
    await world.store.insert('invitations', invitationOf(2, { createdAt: other.invitation }))
  const counted = await within(noon - 1, noon + 1)
  expect(counted).toMatchObject({ verifications: { total: 2 }, funnel: { invited: 0 }, uncounted: 0 })
  expect(keptDays().includes('2026-01-30')).toBe(whole)
})

test('a part of a day that takes too long to count is refused', async () => {
  for (let index = 0; index < 1001; index++) await made(noon, index)
  await made(midnight, 1001)
  let now = 0
  const at = (ms: number) => ({ ...world.deps, clock: () => (now += ms) })
  await figures(at(0), 'olivia', { from: midnight, until: midnight + days })
  expect(await codeOf(figures(at(4000), 'olivia', { from: noon, until: noon + 1 }))).toBe('RANGE_TOO_LARGE')
  expect((await figures(at(1), 'olivia', { from: noon, until: noon + 1 })).verifications.total).toBe(1001)
})

test('as long as changes wait to be counted it says that not all is', async () => {
  for (let index = 0; index < 501; index++) {
    const _id = `v_${String(index).padStart(32, '0')}`
    await made(noon, index)
    const { version = 0 } = (await world.store.get('verifications', _id)) ?? {}
    await world.store.replace('verifications', _id, version, { toCount: `${_id}_1` })
  }
  let now = 0
  const slow = { ...world.deps, clock: () => (now += 9000) }
  expect((await figures(slow, 'olivia', { from: midnight, until: midnight + days })).uncounted).toBe(1)
  expect((await within(midnight, midnight + days)).uncounted).toBe(0)
})

test('days without figures between those that have some are found, each, by what was made on it', async () => {
  model = withoutMarks(model)
  const made10 = [0, 1, 3, 4, 5, 9].map(at => midnight + at * days)
  for (const [index, at] of made10.entries()) await made(at, index)
  await world.store.insert('invitations', invitationOf(7, { createdAt: midnight + 8 * days }))
  // Two are counted already, one of them not to its end.
  for (const at of [1, 4]) await within(midnight + at * days, midnight + (at + 1) * days)
  const [, half] = kept().sort((a, b) => (a._id < b._id ? -1 : 1))
  await world.store.replace('figures', half?._id ?? '', half?.version ?? 0, {
    ...{ verifications: {}, upTo: { verifications: '', invitations: null } },
  })
  const { verifications, funnel, uncounted, days: told } = await within(midnight, midnight + 10 * days)
  expect([verifications.total, funnel.invited, uncounted]).toEqual([6, 1, 0])
  expect(told.map(({ started }) => started)).toEqual([1, 1, 0, 1, 1, 1, 0, 0, 0, 1])
  expect(keptDays().sort()).toEqual(
    ['30', '31', '02', '03', '04', '07', '08'].map(day => `2026-0${Number(day) > 9 ? 1 : 2}-${day}`),
  )
})

test('what is left when the time is over is said to the day', async () => {
  model = withoutMarks(model)
  for (let at = 0; at < 6; at++) await made(midnight + at * days, at)
  let now = 0
  let looks = 0
  // The time is over once the first four, which are counted at once, have begun.
  const slow = { ...world.deps, clock: () => (++looks > 6 ? now + 9000 : now) }
  const { uncounted } = await figures(slow, 'olivia', { from: midnight, until: midnight + 6 * days })
  expect(uncounted).toBeGreaterThan(0)
  expect(uncounted).toBe(6 - kept().filter(isCounted).length)
  now = 1
  expect((await within(midnight, midnight + 6 * days)).uncounted).toBe(0)
})

test('no day is begun once the time is over', async () => {
  model = withoutMarks(model)
  for (let at = 0; at < 6; at++) await made(midnight + at * days, at)
  let looks = 0
  const over = { ...world.deps, clock: () => (looks++ === 0 ? 0 : 8000) }
  const { uncounted } = await figures(over, 'olivia', { from: midnight, until: midnight + 6 * days })
  expect([uncounted, kept()]).toEqual([6, []])
})

const isCounted = ({ upTo }: DayFigures) => upTo.verifications === null && upTo.invitations === null

describe('counting an older day', () => {
  const name = '2026-01-30'
  const figuresOfDay = () => world.store.get('figures', name)
  const count = (deadline = world.deps.clock() + 1000) => countDay(world.deps, name, deadline)
  beforeEach(() => {
    model = withoutMarks(model)
  })

  test.each([
    [0, 3],
    [1, 3],
    [499, 3],
    [500, 4],
    [501, 4],
    [1001, 5],
  ])('of %i verifications goes page by page: it costs %i writes', async (many, cost) => {
    for (let index = 0; index < many; index++) await made(midnight + index, index)
    let writes = 0
    world.store.beforeWrite(() => void writes++)
    expect(await count()).toBe(true)
    const cells = many === 0 ? {} : { 'qiyuesuo|person|ready||': many }
    expect(await figuresOfDay()).toMatchObject({
      ...{ verifications: cells, upTo: { verifications: null, invitations: null } },
    })
    expect(writes).toBe(cost)
  })

  test('stops when the time is over, and goes on where it was', async () => {
    for (let index = 0; index < 501; index++) await made(midnight + index, index)
    expect(await count(world.deps.clock())).toBe(false)
    expect(await figuresOfDay()).toMatchObject({
      verifications: {},
      upTo: { verifications: '', invitations: '' },
    })
    let looks = 0
    const once = { ...world.deps, clock: () => looks++ }
    expect(await countDay(once, name, 1)).toBe(false)
    const last = `${midnight + 499}_v_${(499).toString(16).padStart(32, '0')}`
    expect(await figuresOfDay()).toMatchObject({
      ...{
        verifications: { 'qiyuesuo|person|ready||': 500 },
        upTo: { verifications: last, invitations: '' },
      },
    })
    expect(await count()).toBe(true)
    expect(await figuresOfDay()).toMatchObject({ verifications: { 'qiyuesuo|person|ready||': 501 } })
  })

  test('what is taken in between two pages stays', async () => {
    for (let index = 0; index < 501; index++) await made(midnight + index, index)
    world.store.beforeWrite(async operation => {
      if (operation !== 'replace') return
      world.store.beforeWrite(() => {})
      await world.store.replace('figures', name, 1, { verifications: { another: 1 } })
    })
    expect(await count()).toBe(true)
    expect((await figuresOfDay())?.verifications).toEqual({ another: 1, 'qiyuesuo|person|ready||': 501 })
  })

  test('somebody else was first with a page: it is counted once', async () => {
    for (let index = 0; index < 501; index++) await made(midnight + index, index)
    await Promise.all([count(), count(), count()])
    expect(await figuresOfDay()).toMatchObject({ verifications: { 'qiyuesuo|person|ready||': 501 } })
  })
})

test('who is no operator sees no figures', async () => {
  expect(
    await codeOf(perform(world.deps, 'alice', 'workplace.figures', { from: noon, until: noon + days })),
  ).toBe('FORBIDDEN')
})
