import { meanwhile } from '../../../test/support/meanwhile'
import { createWorld, type World } from '../../../test/support/world'
import { claim } from '../operator/claim'
import { receiveNotice } from '../receiveNotice'
import { noticeUrl } from '../verification/noticeAddress'
import { start } from '../verification/start'
import { annotate } from '../workplace/annotate'
import { eraseMine } from './erase'
import { withdrawMine } from './withdraw'

/** What is being written at the moment in which a person withdraws or has all erased does not outlive it. */

const alice = 'alice'
let world: World
beforeEach(() => {
  world = createWorld()
})
const erase = () => eraseMine(world.deps, alice)
const withdraw = () => withdrawMine(world.deps, alice, {})
const only = () => {
  const [found] = world.store.all('verifications')
  if (!found) throw new Error('none')
  return found
}
const begin = async () => start(world.deps, alice, await world.startInput({}, alice))

test.each([
  ['erased', erase, { state: 'canceled', owner: '', sealed: null, refs: {} }],
  ['withdrawn', withdraw, { state: 'canceled', owner: alice, stoppedAt: expect.any(Number) }],
])('a start during which all is %s begins nothing and asks no vendor', async (_, act, left) => {
  const input = await world.startInput({}, alice)
  meanwhile(world.store, 'insert', 'verifications', act)
  await expect(start(world.deps, alice, input)).rejects.toMatchObject({ code: 'CONSENT_REQUIRED' })
  expect(only()).toMatchObject(left)
  expect([world.vendor.starts.length, world.vendor.questions.length]).toEqual([0, 0])
  // One that comes after it, with a consent of its own, is none of it.
  const again = { ...(await world.startInput({}, alice)), clientKey: 'key-of-another-start-1' }
  expect((await start(world.deps, alice, again)).outcome).toBe('started')
})

test('a notice that is taken in while all is erased does not stay', async () => {
  await begin()
  const found = only()
  const address = {
    ...{ verificationId: found._id, attempt: 1 },
    secret: noticeUrl(world.deps, found).split('/').at(-1) ?? '',
  }
  meanwhile(world.store, 'insert', 'notices', erase)
  const notice = { method: 'POST', vendor: 'qiyuesuo', address, query: {}, headers: {} } as const
  const { statusCode } = await receiveNotice(world.deps, { ...notice, body: Buffer.from('verified 7') })
  expect(statusCode).toBe(200)
  expect(world.store.all('notices')).toEqual([])
  expect(only()).toMatchObject({ state: 'canceled', owner: '' })
})

test('a note that an operator writes while all is erased does not stay, and the operator is told', async () => {
  await claim(world.deps, 'olivia', { code: 'setup-code' })
  await begin()
  meanwhile(world.store, 'insert', 'case_notes', erase)
  const note = { id: only()._id, note: '来过电话', tag: null }
  await expect(annotate(world.deps, 'olivia', note)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(world.store.all('case_notes')).toEqual([])
})
