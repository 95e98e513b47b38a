import { codeOf } from '../../../test/support/refusal'
import { createWorld, proven, unproven, type World } from '../../../test/support/world'
import { sha256 } from '../../platform/crypto'
import { canonicalJson } from '../../platform/json'
import { receiveNotice } from '../receiveNotice'
import { sweep } from '../sweep'
import { cancel } from './cancel'
import { list } from './read'
import { refresh } from './refresh'
import { renew } from './renew'
import { start } from './start'

async function started(world: World): Promise<string> {
  const { verification } = await start(world.deps, 'alice', await world.startInput())
  return verification.id
}

/** The vendor posts to the address it was given for the newest attempt. */
function notify({ deps, vendor }: World, text: string, changes: { secret?: string; attempt?: number } = {}) {
  const url = vendor.starts.at(-1)?.noticeUrl ?? ''
  const [name = '', verificationId = '', attempt = '', secret = ''] = url.split('/').slice(-4)
  return receiveNotice(deps, {
    vendor: name,
    address: {
      verificationId,
      attempt: changes.attempt ?? Number(attempt),
      secret: changes.secret ?? secret,
    },
    body: Buffer.from(text),
    method: 'POST',
    headers: {},
    query: {},
  })
}

test('opened, passed, returned: verified only because the vendor says so', async () => {
  const world = createWorld()
  const id = await started(world)
  expect((await refresh(world.deps, 'alice', { id, hint: 'opened' })).verification.state).toBe('processing')
  expect(world.store.all('audit').at(-1)).toMatchObject({ event: 'return', cause: 'userWent' })
  // Whoever has just gone there cannot have a result.
  expect(world.vendor.questions).toEqual([])
  expect((await refresh(world.deps, 'alice', { id, hint: 'passed' })).verification.state).toBe('processing')
  world.vendor.onQuery = () => proven('account')
  expect((await refresh(world.deps, 'alice', { id, hint: 'returned' })).verification).toMatchObject({
    state: 'verified',
    phase: 'done',
    assurance: 'account',
  })
})

test('a notice brings the id of the attempt, and with it the stronger assurance', async () => {
  const world = createWorld()
  const id = await started(world)
  world.vendor.onQuery = ({ refs }) => proven(refs.authId ? 'attempt' : 'account')
  expect(await notify(world, 'verified 42')).toMatchObject({ statusCode: 200 })
  expect((await refresh(world.deps, 'alice', { id })).verification).toMatchObject({
    state: 'verified',
    assurance: 'attempt',
  })
  expect(world.vendor.questions).toHaveLength(1)
})

test('the same event written another way is the same notice', async () => {
  const world = createWorld()
  await started(world)
  await notify(world, 'verified 42')
  await notify(world, 'verified 42 ')
  expect(world.store.all('notices')).toHaveLength(1)
  await notify(world, 'rejected 42')
  expect(world.store.all('notices')).toHaveLength(2)
})

test('a notice that comes after the user strengthens the proof, on record', async () => {
  const world = createWorld()
  const id = await started(world)
  world.vendor.onQuery = ({ refs }) => proven(refs.authId ? 'attempt' : 'account')
  expect((await refresh(world.deps, 'alice', { id })).verification).toMatchObject({ assurance: 'account' })
  await notify(world, 'verified 42')
  expect(world.store.all('verifications')[0]).toMatchObject({ state: 'verified', assurance: 'attempt' })
  expect(world.store.all('audit').at(-1)).toMatchObject({
    from: 'verified',
    to: 'verified',
    cause: 'proofStrengthened',
  })
})

test('a forged notice is told apart by its address and changes nothing', async () => {
  const world = createWorld()
  await started(world)
  expect(await notify(world, 'verified 42', { secret: '0'.repeat(32) })).toMatchObject({ statusCode: 404 })
  expect(await notify(world, 'verified 42', { attempt: 2 })).toMatchObject({ statusCode: 404 })
  expect(world.store.all('notices')).toHaveLength(0)
  expect(world.vendor.questions).toHaveLength(0)
})

test('a notice that says verified while the vendor denies it changes nothing', async () => {
  const world = createWorld()
  const id = await started(world)
  await notify(world, 'verified 42')
  expect((await refresh(world.deps, 'alice', { id })).verification.state).toBe('processing')
})

test('the same notice 100 times at once is one row, and asked about once', async () => {
  const world = createWorld()
  await started(world)
  await Promise.all(Array.from({ length: 100 }, () => notify(world, 'rejected 42')))
  expect(world.store.all('notices')).toHaveLength(1)
  expect(world.vendor.questions.map(({ refs }) => refs)).toEqual([{ authId: '42' }, {}])
  expect(world.store.all('verifications')[0]?.state).toBe('rejected')
})

test('garbage is refused and not stored', async () => {
  const world = createWorld()
  await started(world)
  expect(await notify(world, 'what?')).toMatchObject({ statusCode: 400 })
  expect(world.store.all('notices')).toHaveLength(0)
})

test('a vendor that hangs while a notice is acted upon does not hold up the answer; the sweep goes on', async () => {
  const world = createWorld()
  await started(world)
  world.vendor.onQuery = () => new Promise(() => {})
  expect(await notify(world, 'verified 42')).toMatchObject({ statusCode: 200 })
  world.vendor.onQuery = () => proven('attempt')
  world.pass(1)
  expect(await sweep(world.deps)).toMatchObject({ due: 1, changed: 1 })
  expect(world.store.all('verifications')[0]?.state).toBe('verified')
})

test('lost notice, user gone: the sweep finds out', async () => {
  const world = createWorld()
  await started(world)
  world.vendor.onQuery = () => proven('account')
  expect(await sweep(world.deps)).toMatchObject({ due: 0 })
  world.pass(30_000)
  expect(await sweep(world.deps)).toMatchObject({ due: 1, changed: 1 })
  expect(await sweep(world.deps)).toMatchObject({ due: 0 })
})

test('two sweeps at once ask once', async () => {
  const world = createWorld()
  await started(world)
  world.pass(30_000)
  await Promise.all([sweep(world.deps), sweep(world.deps)])
  expect(world.vendor.questions).toHaveLength(1)
})

test('manual review rests for days and then ends', async () => {
  const world = createWorld()
  const id = await started(world)
  await notify(world, 'reviewing 42')
  const resting = (await refresh(world.deps, 'alice', { id })).verification
  expect(resting).toMatchObject({ state: 'processing', phase: 'wait', nextStep: 'wait', canRetry: false })
  world.pass(3 * 24 * 3600_000)
  await sweep(world.deps)
  expect(world.store.all('verifications')[0]).toMatchObject({ state: 'processing', reviewing: true })
  await notify(world, 'rejected 42')
  expect(world.store.all('verifications')[0]).toMatchObject({ state: 'rejected', reviewing: false })
})

test('a verification runs out after a day, and a late proof of this very attempt still counts', async () => {
  const world = createWorld()
  await started(world)
  world.pass(24 * 3600_000)
  await sweep(world.deps)
  expect(world.store.all('verifications')[0]?.state).toBe('expired')
  world.vendor.onQuery = () => proven('account')
  await notify(world, 'verified')
  expect(world.store.all('verifications')[0]?.state).toBe('expired')
  world.vendor.onQuery = () => proven('attempt')
  await notify(world, 'verified 42')
  expect(world.store.all('verifications')[0]?.state).toBe('verified')
})

test('a vendor that is down delays the end by a day, no more', async () => {
  const world = createWorld()
  await started(world)
  world.vendor.onQuery = () => ({ kind: 'transient', code: 'X', detail: 'd' })
  world.pass(24 * 3600_000)
  await sweep(world.deps)
  expect(world.store.all('verifications')[0]?.state).toBe('ready')
  world.pass(24 * 3600_000)
  await sweep(world.deps)
  expect(world.store.all('verifications')[0]?.state).toBe('expired')
})

test('a start whose process died becomes indeterminate, then ready again', async () => {
  const world = createWorld()
  world.vendor.onStart = () => Promise.reject(new Error('the process died'))
  await start(world.deps, 'alice', await world.startInput()).catch(() => {})
  world.pass(40_000)
  await sweep(world.deps)
  expect(world.store.all('verifications')[0]?.state).toBe('indeterminate')
  world.pass(40_000)
  await sweep(world.deps)
  expect(world.store.all('verifications')[0]?.state).toBe('ready')
})

test('renewing fetches one more ticket; the second of two taps fetches none', async () => {
  const world = createWorld()
  const id = await started(world)
  const results = await Promise.all([
    renew(world.deps, 'alice', { id, attempt: 1, way: 'app' }),
    renew(world.deps, 'alice', { id, attempt: 1, way: 'app' }),
  ])
  expect(results.map(each => each.outcome).sort()).toEqual(['renewed', 'repeated'])
  expect(world.vendor.starts).toHaveLength(2)
})

test('a rejecting notice about an earlier attempt does not end the newer one', async () => {
  const world = createWorld()
  const id = await started(world)
  const first = world.vendor.starts[0]?.noticeUrl ?? ''
  await renew(world.deps, 'alice', { id, attempt: 1, way: 'app' })
  await notify(world, 'rejected 41', { attempt: 1, secret: first.split('/').at(-1) ?? '' })
  expect(world.store.all('verifications')[0]?.state).toBe('ready')
})

test('nor does what the vendor says of that earlier attempt, unless it has passed', async () => {
  const world = createWorld()
  const id = await started(world)
  const first = world.vendor.starts[0]?.noticeUrl ?? ''
  await renew(world.deps, 'alice', { id, attempt: 1, way: 'app' })
  const rejected = { standing: 'rejected', assurance: null, rawStatus: 'status=3' } as const
  world.vendor.onQuery = ({ refs }) => (refs.authId ? { kind: 'ok', value: rejected } : unproven)
  await notify(world, 'rejected 41', { attempt: 1, secret: first.split('/').at(-1) ?? '' })
  expect(world.store.all('verifications')[0]?.state).toBe('ready')
  world.vendor.onQuery = ({ refs }) => (refs.authId ? proven('attempt') : unproven)
  expect((await refresh(world.deps, 'alice', { id })).verification).toMatchObject({
    state: 'verified',
    assurance: 'attempt',
  })
})

test('what is finished is neither renewed nor cancelled', async () => {
  const world = createWorld()
  const id = await started(world)
  await cancel(world.deps, 'alice', { id })
  expect(world.store.all('audit').at(-1)).toMatchObject({ event: 'cancel', cause: 'userCanceled' })
  expect(await codeOf(renew(world.deps, 'alice', { id, attempt: 1, way: 'app' }))).toBe('NOT_RENEWABLE')
  expect(await codeOf(cancel(world.deps, 'alice', { id }))).toBe('NOT_CANCELABLE')
})

test('cancelling what the vendor has already verified shows the truth instead', async () => {
  const world = createWorld()
  const id = await started(world)
  world.vendor.onQuery = () => proven('account')
  expect((await cancel(world.deps, 'alice', { id })).verification.state).toBe('verified')
})

test('a foreign verification can be neither refreshed, renewed nor cancelled', async () => {
  const world = createWorld()
  const id = await started(world)
  expect(await codeOf(refresh(world.deps, 'bob', { id }))).toBe('NOT_FOUND')
  expect(await codeOf(renew(world.deps, 'bob', { id, attempt: 1, way: 'app' }))).toBe('NOT_FOUND')
  expect(await codeOf(cancel(world.deps, 'bob', { id }))).toBe('NOT_FOUND')
})

test('lists are paged, newest first, and hold only one’s own', async () => {
  const world = createWorld()
  for (let index = 0; index < 5; index++) {
    const input = await world.startInput({ clientKey: `key-000000000000000${index}` })
    const { verification } = await start(world.deps, 'alice', input)
    await cancel(world.deps, 'alice', { id: verification.id })
    world.pass(1000)
  }
  const first = await list(world.deps, 'alice', { limit: 3 })
  const second = await list(world.deps, 'alice', {
    limit: 3,
    ...(first.nextCursor && { cursor: first.nextCursor }),
  })
  const times = [...first.items, ...second.items].map(each => each.createdAt)
  expect(times).toEqual([...times].sort((a, b) => b - a))
  expect([first.items.length, second.items.length, second.nextCursor]).toEqual([3, 2, null])
  expect((await list(world.deps, 'bob', { limit: 3 })).items).toEqual([])
})

test('after the retention time what was typed is gone for good, and its removal is on record', async () => {
  const world = createWorld()
  const id = await started(world)
  await cancel(world.deps, 'alice', { id })
  world.pass(30 * 86_400_000)
  expect(await sweep(world.deps)).toMatchObject({ redacted: 1 })
  expect(world.store.all('verifications')[0]).toMatchObject({ sealed: null, dueAt: null })
  expect(
    world.store
      .all('audit')
      .filter(row => 'verificationId' in row)
      .at(-1),
  ).toMatchObject({
    cause: 'redacted',
    from: 'canceled',
    to: 'canceled',
  })
})

test('every change has its audit row, chained by hash, also when the process dies before the row is written', async () => {
  const world = createWorld()
  const id = await started(world)
  world.store.beforeWrite((operation, collection) => {
    if (operation === 'insert' && collection === 'audit') throw new Error('the process died')
  })
  await refresh(world.deps, 'alice', { id, hint: 'opened' }).catch(() => {})
  world.store.beforeWrite(() => {})
  expect(world.store.all('verifications')[0]?.state).toBe('processing')
  world.pass(61_000)
  expect(await sweep(world.deps)).toMatchObject({ flushed: 1 })
  await cancel(world.deps, 'alice', { id })
  const rows = world.store.all('audit').flatMap(row => ('verificationId' in row ? [row] : []))
  rows.sort((a, b) => a.sequence - b.sequence)
  expect(rows.map(({ from, to }) => `${from} ${to}`)).toEqual([
    'null created',
    'created ready',
    'ready processing',
    'processing canceled',
  ])
  for (const [index, { hash, ...row }] of rows.entries()) {
    expect(row.previousHash).toBe(rows[index - 1]?.hash ?? '')
    expect(hash).toBe(sha256(canonicalJson(row)))
  }
})

test('a notice that comes to the address of another vendor is not taken', async () => {
  const world = createWorld()
  const id = await started(world)
  const [driver] = world.deps.drivers.values()
  if (!driver) throw new Error('no driver')
  world.deps.drivers = new Map([...world.deps.drivers, ['ess', { ...driver, id: 'ess' }]])
  const secret = world.vendor.starts[0]?.noticeUrl.split('/').at(-1) ?? ''
  const address = { verificationId: id, attempt: 1, secret }
  const body = Buffer.from('verified 7')
  const notice = { method: 'POST', address, body, headers: {}, query: {} } as const
  await receiveNotice(world.deps, { ...notice, vendor: 'ess' })
  expect(world.store.all('notices')).toEqual([])
  await receiveNotice(world.deps, { ...notice, vendor: 'qiyuesuo' })
  expect(world.store.all('notices')).toHaveLength(1)
})
