import { meanwhile } from '../../test/support/meanwhile'
import { createWorld, proven, testPerson, type World } from '../../test/support/world'
import { createVault } from '../platform/crypto'
import { createInvitation } from './invitation/create'
import { receiveNotice } from './receiveNotice'
import { reseal } from './reseal'
import { sweep } from './sweep'
import { noticeUrl } from './verification/noticeAddress'
import { refresh } from './verification/refresh'
import { renew } from './verification/renew'
import { fieldsOf } from './verification/sealedFields'
import { start } from './verification/start'

/** `SEAL_KEYS` is rotated while everything runs: nothing is unreadable at any moment, and at the end only the new key is needed. */

const old = { id: 'k1', key: Buffer.alloc(32, 1) }
const fresh = { id: 'k2', key: Buffer.alloc(32, 7) }
const lookup = Buffer.alloc(32, 2)
const both = createVault({ seal: [fresh, old], lookup })
const onlyNew = createVault({ seal: [fresh], lookup })

let world: World
let people = 0
beforeEach(() => {
  world = createWorld()
  people = 0
})

async function startOne(): Promise<string> {
  people += 1
  const who = `person-${people}`
  const clientKey = `key-of-start-${String(people).padStart(8, '0')}`
  return (await start(world.deps, who, { ...(await world.startInput({}, who)), clientKey })).verification.id
}

async function invite(number: number): Promise<void> {
  await createInvitation(world.deps, 'olivia', {
    clientKey: `key-of-invitation-${String(number).padStart(4, '0')}`,
    subject: 'person',
    title: '入驻',
    note: '',
    vendor: null,
    mode: null,
    locked: [],
    redirect: null,
    invitee: { name: testPerson.name, mobile: testPerson.contact.value },
    bizId: '',
    most: 1,
    days: 7,
  })
}

const verifications = () => world.store.all('verifications')
const withKey = (id: string) =>
  [...verifications(), ...world.store.all('invitations')].filter(({ sealed }) =>
    sealed?.startsWith(`v2.${id}.`),
  ).length
const hour = 3600_000
const later = () => world.deps.clock() + hour

test('with one key there is nothing to do and nothing is asked', async () => {
  await startOne()
  const { store } = world.deps
  world.deps.store = {
    ...store,
    get: () => Promise.reject(new Error('asked')),
    find: () => Promise.reject(new Error('asked')),
  }
  expect(await reseal(world.deps, later())).toEqual({ resealed: 0, unreadable: 0, left: false })
})

test('everything is sealed anew, in pages, and again it is nothing', async () => {
  for (let n = 0; n < 45; n++) await startOne()
  for (let n = 0; n < 5; n++) await invite(n)
  world.deps.vault = both
  expect(await reseal(world.deps, later())).toEqual({ resealed: 50, unreadable: 0, left: false })
  expect([withKey('k1'), withKey('k2')]).toEqual([0, 50])
  for (const each of verifications()) expect(fieldsOf({ vault: onlyNew }, each)?.subject).toBe('person')
  expect(await reseal(world.deps, later())).toEqual({ resealed: 0, unreadable: 0, left: false })
})

test.each([
  ['verifications', 'verificationFields'],
  ['invitations', 'invitationInvitee'],
  ['invitation_links', 'invitationLinks'],
  ['batch_rows', 'batchRow'],
  ['links', 'batchLink'],
  ['handovers', 'handoverToken'],
  ['endpoints', 'endpointSecrets'],
  ['kept_answers', 'keptAnswer'],
  ['tokens', 'vendorToken'],
  ['case_notes', 'caseNote'],
] as const)('what is sealed in %s is sealed anew, also when it is all there is', async (collection, kind) => {
  const id = '0one'
  const sealed = world.deps.vault.seal({ of: collection }, { kind, id })
  await world.store.insert(collection, { _id: id, version: 1, sealed } as never)
  // What holds nothing is none of it.
  await world.store.insert(collection, { _id: '0two', version: 1, sealed: null } as never)
  world.deps.vault = both
  expect(await reseal(world.deps, later())).toEqual({ resealed: 1, unreadable: 0, left: false })
  const [one, two] = world.store.all(collection) as { version: number; sealed: string | null }[]
  expect(onlyNew.open(one?.sealed ?? '', { kind, id })).toEqual({ of: collection })
  expect(two).toMatchObject({ sealed: null, version: 1 })
})

test.each([
  ['invitation_links', 'invitationLinks'],
  ['kept_answers', 'keptAnswer'],
] as const)('of images of codes in %s a page is no more than an answer holds', async (collection, kind) => {
  const image = 'x'.repeat(90_000)
  for (let n = 0; n < 21; n++) {
    const id = `i_${n}`
    const sealed = world.deps.vault.seal([{ image }], { kind, id })
    await world.store.insert(collection, { _id: id, version: 1, sealed } as never)
  }
  world.deps.vault = both
  expect(await reseal(world.deps, later())).toEqual({ resealed: 21, unreadable: 0, left: false })
})

test('the next rotation begins anew', async () => {
  await startOne()
  world.deps.vault = both
  await reseal(world.deps, later())
  const newer = { id: 'k3', key: Buffer.alloc(32, 8) }
  world.deps.vault = createVault({ seal: [newer, fresh], lookup })
  expect(await reseal(world.deps, later())).toEqual({ resealed: 1, unreadable: 0, left: false })
  expect(withKey('k3')).toBe(1)
})

test('what a release that was rolled back has sealed since is found by whoever asks before the old key goes', async () => {
  await startOne()
  const before = world.deps.vault
  world.deps.vault = both
  await reseal(world.deps, later())
  world.deps.vault = before
  await startOne()
  world.deps.vault = both
  // The timer does not go through all of it every day.
  expect(await sweep(world.deps)).toMatchObject({ resealed: 0, left: false })
  expect(await reseal(world.deps, later())).toEqual({ resealed: 0, unreadable: 0, left: false })
  expect(await sweep(world.deps, new Set(['reseal']))).toMatchObject({ resealed: 1, left: false })
  expect(withKey('k1')).toBe(0)
  for (let n = 0; n < 25; n++) await startOne()
  world.deps.vault = before
  await startOne()
  world.deps.vault = both
  // Cut short, it goes on where it was.
  let looks = 0
  const oncePerRun = () => ++looks % 2 === 1
  const found = jest.spyOn(world.store, 'find')
  const runs = async () => {
    for (let left = true; left; )
      ({ left } = await reseal({ ...world.deps, hasTime: oncePerRun }, later(), true))
  }
  await runs()
  expect(withKey('k1')).toBe(0)
  expect(found.mock.calls.filter(([collection]) => collection === 'verifications')).toHaveLength(4)
})

test('a key that was forgotten and put back is looked for in all of it again', async () => {
  const forgotten = { id: 'k0', key: Buffer.alloc(32, 9) }
  world.deps.vault = createVault({ seal: [forgotten], lookup })
  await startOne()
  world.deps.vault = both
  expect(await reseal(world.deps, later())).toMatchObject({ resealed: 0, unreadable: 1 })
  world.deps.vault = createVault({ seal: [fresh, forgotten, old], lookup })
  expect(await reseal(world.deps, later())).toMatchObject({ resealed: 1, unreadable: 0 })
})

test('what is sealed with the old key behind its back is found in the next round', async () => {
  await startOne()
  const before = world.deps.vault
  world.deps.vault = both
  const { find } = world.deps.store
  world.deps.store.find = async (collection, asked) => {
    if (collection === 'case_notes') {
      world.deps.store.find = find
      world.deps.vault = before
      await startOne()
      world.deps.vault = both
    }
    return find(collection, asked)
  }
  expect(await reseal(world.deps, later())).toMatchObject({ resealed: 2, left: false })
  expect(withKey('k1')).toBe(0)
})

test('from a place that this release does not know it begins again', async () => {
  await startOne()
  await world.store.insert('counters', { _id: 'reseal:k2,k1', version: 1, value: 99, after: '', changed: 0 })
  world.deps.vault = both
  expect(await reseal(world.deps, later())).toMatchObject({ resealed: 1, left: false })
})

test('without time left it does nothing and says that there is more; the next run goes on where it was', async () => {
  for (let n = 0; n < 25; n++) await startOne()
  world.deps.vault = both
  const nothing = { resealed: 0, unreadable: 0, left: true }
  expect(await reseal(world.deps, world.deps.clock())).toEqual(nothing)
  expect(await reseal({ ...world.deps, hasTime: () => false }, later())).toEqual(nothing)
  expect(withKey('k2')).toBe(0)
  // Time for one page, twice; then for the rest.
  const one = () => {
    let asked = 0
    return () => {
      asked += 1
      return asked <= 1
    }
  }
  expect(await reseal({ ...world.deps, hasTime: one() }, later())).toEqual({ ...nothing, resealed: 20 })
  const found = jest.spyOn(world.store, 'find')
  expect(await reseal({ ...world.deps, hasTime: one() }, later())).toEqual({ ...nothing, resealed: 5 })
  expect(found.mock.calls.map(([collection]) => collection)).toEqual(['verifications'])
  expect(await reseal(world.deps, later())).toEqual({ ...nothing, left: false })
})

test.each([
  ['sealed anew', true],
  ['removed', false],
])('what somebody else has %s meanwhile is left as it is', async (_, isKept) => {
  await startOne()
  const [one] = verifications()
  if (!one) throw new Error('not started')
  world.deps.vault = both
  const place = { kind: 'verificationFields', id: one._id } as const
  const sealed = isKept ? both.seal(both.open(one.sealed ?? '', place), place) : null
  meanwhile(world.store, 'replace', 'verifications', () =>
    world.store.replace('verifications', one._id, one.version, { sealed }),
  )
  expect(await reseal(world.deps, later())).toMatchObject({ unreadable: 0 })
  expect(verifications()).toMatchObject([{ sealed, version: one.version + 1 }])
})

test('those that no key opens are all counted, page after page', async () => {
  for (let n = 0; n < 25; n++) await startOne()
  world.deps.vault = createVault({ seal: [fresh, { id: 'k0', key: Buffer.alloc(32, 9) }], lookup })
  expect(await reseal(world.deps, later())).toEqual({ resealed: 0, unreadable: 25, left: false })
})

test('starts, notices and an instance with the old settings go on in between: nothing is unreadable, nothing is missed', async () => {
  for (let n = 0; n < 30; n++) await startOne()
  const before = world.deps.vault
  world.deps.vault = both
  world.vendor.onQuery = () => proven('attempt')
  let steps = 0
  const meanwhile = async () => {
    steps += 1
    world.deps.vault = steps % 2 === 0 ? before : both
    const id = await startOne()
    const found = await world.store.get('verifications', id)
    if (!found) throw new Error('not started')
    const secret = noticeUrl(world.deps, found).split('/').at(-1) ?? ''
    world.deps.vault = both
    await renew(world.deps, found.owner, { id, attempt: 1, way: 'app' })
    const address = { verificationId: id, attempt: 1, secret }
    const body = Buffer.from('verified 7')
    await receiveNotice(world.deps, {
      method: 'POST',
      vendor: 'qiyuesuo',
      address,
      body,
      headers: {},
      query: {},
    })
    await refresh(world.deps, found.owner, { id })
    for (const each of verifications()) expect(fieldsOf({ vault: both }, each)).not.toBeNull()
  }
  let left = true
  while (left) {
    // So little time that every step is a run of its own.
    const ticks = [world.deps.clock(), world.deps.clock() + 2 * hour]
    const { clock } = world.deps
    const report = await reseal(
      { ...world.deps, clock: () => ticks.shift() ?? Number.MAX_SAFE_INTEGER },
      clock() + hour,
    )
    left = report.left
    if (left && steps < 8) await meanwhile()
  }
  expect(steps).toBe(8)
  expect(withKey('k1')).toBe(0)
  expect(verifications().filter(({ state }) => state === 'verified')).toHaveLength(8)
  for (const each of verifications()) expect(fieldsOf({ vault: onlyNew }, each)).not.toBeNull()
})

test('killed at any write it goes on where it was', async () => {
  for (let n = 0; n < 25; n++) await startOne()
  world.deps.vault = both
  for (let kill = 1; ; kill += 3) {
    let writes = 0
    world.store.beforeWrite(() => {
      writes += 1
      if (writes === kill) throw new Error('killed')
    })
    const outcome = await reseal(world.deps, later()).catch(() => null)
    if (outcome) break
    for (const each of verifications()) expect(fieldsOf({ vault: both }, each)).not.toBeNull()
  }
  expect(withKey('k1')).toBe(0)
})

test('what no key opens stays as it is, is named, and does not hold up the rest', async () => {
  for (let n = 0; n < 3; n++) await startOne()
  const [lost] = verifications()
  const stranger = createVault({ seal: [{ id: 'k0', key: Buffer.alloc(32, 9) }], lookup })
  const id = lost?._id ?? ''
  const sealed = stranger.seal({}, { kind: 'verificationFields', id })
  await world.store.replace('verifications', id, lost?.version ?? 0, { sealed })
  world.deps.vault = both
  // It goes through all of them twice, and comes by the lost one twice.
  expect(await reseal(world.deps, later())).toEqual({ resealed: 2, unreadable: 1, left: false })
  expect((await world.store.get('verifications', id))?.sealed).toBe(sealed)
  const named = verifications().filter(({ _id }) => world.logged.join().includes(_id))
  expect(named.map(({ _id }) => _id)).toEqual([id])
})
