import { countedStore } from '../../../test/support/counted-store'
import { codeOf } from '../../../test/support/refusal'
import { invitationOf } from '../../../test/support/stored'
import { createWorld, type World } from '../../../test/support/world'
import { perform } from '../../api/perform'
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
  const { toCount: _, countedAs: __, countedIn: ___, ...older } = model
  model = older
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
  const { toCount: _, countedAs: __, countedIn: ___, ...older } = model
  model = older
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

test('what changes while an older day is counted is counted once', async () => {
  const { toCount: _, countedAs: __, countedIn: ___, ...older } = model
  model = older
  await made(noon, 1)
  const [, before] = world.store.all('verifications')
  await commit(world.deps, before?._id ?? '', () => ({ changes: { state: 'canceled' }, audit: null }))
  await countDay(world.deps, '2026-01-30', world.deps.clock() + 1000)
  const { verifications } = await within(noon - days / 2, noon + days / 2)
  expect(verifications).toMatchObject({ total: 1, states: { canceled: 1, ready: 0 } })
})

test('a day is the whole of it when nothing was made in the rest', async () => {
  await made(noon, 1)
  await within(noon - days / 2, noon + days / 2)
  const { store, counts } = countedStore(world.deps.store)
  const counted = await figures({ ...world.deps, store }, 'olivia', { from: noon - 1, until: noon + 1 })
  expect(counted.verifications.total).toBe(1)
  expect(counts.documents).toBe(1)
})

test('who is no operator sees no figures', async () => {
  expect(
    await codeOf(perform(world.deps, 'alice', 'workplace.figures', { from: noon, until: noon + days })),
  ).toBe('FORBIDDEN')
})
