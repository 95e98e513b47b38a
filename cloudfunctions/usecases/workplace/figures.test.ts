import { invitationOf } from '../../../test/support/stored'
import { createWorld, type World } from '../../../test/support/world'
import { perform } from '../../api/perform'
import { ActionError } from '../../domain/errors'
import type { Verification } from '../../domain/verification'
import { claim } from '../operator/claim'
import { start } from '../verification/start'
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
const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no error',
    error => (error instanceof ActionError ? error.code : error),
  )

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

test('92 days are counted, and not a moment more', async () => {
  expect((await within(noon, noon + 92 * days)).days).toHaveLength(93)
  expect(await codeOf(within(noon, noon + 92 * days + 1))).toBe('RANGE_TOO_LARGE')
})

test('more than 20,000 verifications and invitations are not counted', async () => {
  for (let index = 0; index < 19_999; index++) await made(noon, index)
  await world.store.insert('invitations', invitationOf(1, { createdAt: noon }))
  expect((await within(noon, noon + days)).verifications.total).toBe(19_999)
  await world.store.insert('invitations', invitationOf(2, { createdAt: noon }))
  expect(await codeOf(within(noon, noon + days))).toBe('RANGE_TOO_LARGE')
})

test('who is no operator sees no figures', async () => {
  expect(
    await codeOf(perform(world.deps, 'alice', 'workplace.figures', { from: noon, until: noon + days })),
  ).toBe('FORBIDDEN')
})
