import { createWorld, proven, type World } from '../../../test/support/world'
import { receiveNotice } from '../receiveNotice'
import { sweep } from '../sweep'
import { cancel } from '../verification/cancel'
import { noticeUrl } from '../verification/noticeAddress'
import { recordConsent } from '../verification/recordConsent'
import { refresh } from '../verification/refresh'
import { renew } from '../verification/renew'
import { start } from '../verification/start'
import { copyMyData, copyOf } from './copy'
import { copyOnRequest, eraseOnRequest, withdrawOnRequest } from './request'
import { seeMyData } from './see'
import { withdrawMine } from './withdraw'

/** Withdrawing stops what rests on the consent: no question, no call, no notice any more. */

const alice = 'alice'
const day = 24 * 3600_000
let world: World
let id: string
beforeEach(async () => {
  world = createWorld()
  id = (await start(world.deps, alice, await world.startInput())).verification.id
})
const verification = () => world.store.all('verifications').find(each => each._id === id)
const withdrawn = () => withdrawMine(world.deps, alice, {})

test('what is open ends at once, without a word to the vendor, and stands in its trail', async () => {
  const asked = world.vendor.questions.length
  expect(await withdrawn()).toEqual({ stopped: 1 })
  expect(verification()).toMatchObject({ state: 'canceled', stoppedAt: world.deps.clock() })
  expect(world.vendor.questions).toHaveLength(asked)
  const rows = world.store.all('audit').filter(row => 'verificationId' in row)
  expect(rows.at(-1)).toMatchObject({ event: 'withdraw', cause: 'consentWithdrawn', to: 'canceled' })
})

test('nothing is asked, sent or taken in any more, until it is redacted in its time', async () => {
  const before = verification()
  if (!before) throw new Error('not started')
  await withdrawn()
  const [asked, sent] = [world.vendor.questions.length, world.vendor.starts.length]
  world.vendor.onQuery = () => proven('attempt')
  const secret = noticeUrl(world.deps, before).split('/').at(-1) ?? ''
  const address = { verificationId: id, attempt: 1, secret }
  const notice = { method: 'POST', vendor: 'qiyuesuo', address, query: {}, headers: {} } as const
  await receiveNotice(world.deps, { ...notice, body: Buffer.from('verified 7') })
  await refresh(world.deps, alice, { id })
  await expect(renew(world.deps, alice, { id, attempt: 1, way: 'app' })).rejects.toMatchObject({
    code: 'NOT_RENEWABLE',
  })
  await expect(cancel(world.deps, alice, { id })).rejects.toMatchObject({ code: 'NOT_CANCELABLE' })
  for (let days = 0; days < 10; days++) {
    await world.deps.store.makeDue(id, world.deps.clock())
    await sweep(world.deps)
    world.pass(day)
  }
  expect(world.store.all('notices')).toEqual([])
  expect([world.vendor.questions.length, world.vendor.starts.length]).toEqual([asked, sent])
  expect(verification()).toMatchObject({ state: 'canceled' })
  expect(verification()?.sealed).not.toBeNull()
  world.pass(21 * day)
  await sweep(world.deps)
  expect(verification()).toMatchObject({ sealed: null, owner: '' })
})

test('the consent begins nothing any more; a new one does', async () => {
  const policy = { vendor: 'qiyuesuo', purpose: 'general', policyVersion: '1' } as const
  const { consentId } = await recordConsent(world.deps, alice, policy)
  await withdrawn()
  const again = { ...(await world.startInput()), clientKey: 'key-of-another-start-1' }
  await expect(start(world.deps, alice, { ...again, consentId })).rejects.toMatchObject({
    code: 'CONSENT_REQUIRED',
  })
  expect((await start(world.deps, alice, again)).outcome).toBe('started')
})

test('of one vendor, and of nobody else', async () => {
  await start(world.deps, 'bob', {
    ...(await world.startInput({}, 'bob')),
    clientKey: 'key-of-bob-0000000001',
  })
  expect(await withdrawMine(world.deps, alice, { vendor: 'ess' })).toEqual({ stopped: 0 })
  expect(await withdrawMine(world.deps, alice, { vendor: 'qiyuesuo' })).toEqual({ stopped: 1 })
  expect(await withdrawMine(world.deps, alice, { vendor: 'qiyuesuo' })).toEqual({ stopped: 0 })
  expect(world.store.all('verifications').map(({ owner, state }) => `${owner} ${state}`)).toEqual([
    'alice canceled',
    'bob ready',
  ])
})

test('the page sees what is kept until when, and when consents were given and withdrawn', async () => {
  const at = world.deps.clock()
  expect(await seeMyData(world.deps, alice)).toMatchObject({
    kept: [
      { kind: 'verification', count: 1, until: null },
      { kind: 'consent', count: 1, until: at + 90 * day },
      { kind: 'event', count: 2, until: at + 30 * day },
    ],
    consents: [{ vendor: 'qiyuesuo', policyVersion: '1', at, withdrawnAt: null }],
    open: 1,
  })
  await withdrawn()
  expect(await seeMyData(world.deps, alice)).toMatchObject({
    kept: [{ kind: 'verification', until: at + 30 * day }, { kind: 'consent' }, { kind: 'event' }],
    consents: [{ withdrawnAt: at }],
    open: 0,
  })
  expect(await seeMyData(world.deps, 'mallory')).toMatchObject({ kept: [], consents: [], open: 0 })
})

test('the copy holds in full what was typed, and nothing of anybody else', async () => {
  await start(world.deps, 'bob', {
    ...(await world.startInput({}, 'bob')),
    clientKey: 'key-of-bob-0000000001',
  })
  const { name, content } = await copyMyData(world.deps, alice)
  const copy = JSON.parse(Buffer.from(content, 'base64').toString())
  expect(name).toBe('my-data-2023-11-15.json')
  expect(copy.verifications).toHaveLength(1)
  expect(copy.verifications[0].submitted.person.idNumber).toBe('110101199001010015')
  expect(copy.verifications[0].trail).toHaveLength(2)
})

test('an owner does it on a written request, for the person behind a verification, and the number of the request is on record', async () => {
  const request = { about: { verification: id }, reference: 'R-2026-1' }
  expect(await copyOnRequest(world.deps, 'olivia', request)).toEqual(await copyOf(world.deps, alice, 'whole'))
  expect(await withdrawOnRequest(world.deps, 'olivia', request)).toEqual({ stopped: 1 })
  expect(await eraseOnRequest(world.deps, 'olivia', { ...request, ground: 'agent' })).toEqual({ erased: 1 })
  expect(verification()).toMatchObject({ owner: '', sealed: null })
  await expect(eraseOnRequest(world.deps, 'olivia', request)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const acts = world.store.all('audit').flatMap(row => ('chain' in row && row.chain === 'acts' ? [row] : []))
  expect(acts.map(({ event, subject, detail }) => `${event} ${subject} ${detail}`)).toEqual([
    `request.copy ${id} R-2026-1`,
    `request.withdraw ${id} R-2026-1`,
    `request.erase ${id} R-2026-1 agent`,
  ])
})
