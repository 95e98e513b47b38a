import { createInvitationWorld, type InvitationWorld } from '../../../test/support/invitation-world'
import { proven } from '../../../test/support/world'
import { sha256 } from '../../platform/crypto'
import { canonicalJson } from '../../platform/json'
import { sweep } from '../sweep'
import { refresh } from '../verification/refresh'
import { finishInvitation, openInvitation } from './open'

class Died extends Error {}

/** From the scan to the last page, as one person does it; each step may be the last of its process. */
async function journey(world: InvitationWorld, token: string): Promise<void> {
  await openInvitation(world.deps, 'alice', { token })
  const { verification } = await world.begin(token, 'alice', { clientKey: 'key-of-alice-000001' })
  await refresh(world.deps, 'alice', { id: verification.id, hint: 'opened' })
  await refresh(world.deps, 'alice', { id: verification.id, hint: 'returned' })
  await finishInvitation(world.deps, 'alice', { token })
}

async function prepared(): Promise<{ world: InvitationWorld; token: string }> {
  const world = await createInvitationWorld()
  const token = await world.tokenOf(await world.invite())
  world.vendor.onQuery = () => proven('attempt')
  return { world, token }
}

async function writesOf(run: (world: InvitationWorld, token: string) => Promise<void>): Promise<number> {
  const { world, token } = await prepared()
  let writes = 0
  world.store.beforeWrite(() => {
    writes += 1
  })
  await run(world, token)
  return writes
}

/** The process dies before that write, and nothing it does afterwards counts. */
async function diesBefore(write: number) {
  const { world, token } = await prepared()
  let writes = 0
  world.store.beforeWrite(() => {
    writes += 1
    if (writes >= write) throw new Died()
  })
  await expect(journey(world, token)).rejects.toThrow(Died)
  world.store.beforeWrite(() => {})
  return { world, token }
}

async function sweeps(world: InvitationWorld): Promise<void> {
  for (let round = 0; round < 5; round++) {
    world.pass(30_000)
    await sweep(world.deps)
  }
}

function expectWhole({ store }: InvitationWorld, state: string): void {
  const [invitation] = store.all('invitations')
  expect(invitation).toMatchObject({ state, outbox: [], begun: 1, verified: 1 })
  const rows = store
    .all('audit')
    .flatMap(row => ('invitationId' in row ? [row] : []))
    .sort((a, b) => a.sequence - b.sequence)
  expect(rows.map(({ hash, ...row }) => sha256(canonicalJson(row)) === hash)).not.toContain(false)
  expect(rows.slice(1).map(row => row.previousHash)).toEqual(rows.slice(0, -1).map(row => row.hash))
  expect(rows.at(-1)?.hash).toBe(invitation?.auditHash)
  // Every step once, however often it was tried.
  const events = rows.map(({ event }) => event)
  expect(new Set(events).size).toBe(events.length)
}

test('whenever the process dies, doing the same again brings the invitation to its end', async () => {
  const total = await writesOf(journey)
  expect(total).toBeGreaterThan(15)
  for (let write = 1; write <= total; write++) {
    const { world, token } = await diesBefore(write)
    world.pass(40_000)
    await sweep(world.deps)
    await journey(world, token)
    await sweeps(world)
    expectWhole(world, 'finished')
    expect(world.store.all('invitation_uses')).toHaveLength(1)
    expect(world.store.all('verifications')).toHaveLength(1)
  }
})

test('a person who never comes back is verified all the same, and the invitation knows', async () => {
  const total = await writesOf(journey)
  let known = 0
  for (let write = 1; write <= total; write++) {
    const { world } = await diesBefore(write)
    await sweeps(world)
    const [verification] = world.store.all('verifications')
    if (verification?.state !== 'verified') continue
    known += 1
    expect(world.store.all('invitations')[0]).toMatchObject({ verified: 1, outbox: [] })
  }
  expect(known).toBeGreaterThan(5)
})

test('a place whose start has died goes to the next person', async () => {
  const { world, token } = await prepared()
  world.store.beforeWrite((operation, collection) => {
    if (operation === 'insert' && collection === 'verifications') throw new Died()
  })
  await expect(world.begin(token, 'alice')).rejects.toThrow(Died)
  world.store.beforeWrite(() => {})
  await expect(world.begin(token, 'bob')).rejects.toMatchObject({ code: 'INVITATION_TAKEN' })
  world.pass(30_000)
  expect((await world.begin(token, 'bob')).outcome).toBe('started')
  expect(world.store.all('invitation_uses')).toMatchObject([{ owner: 'bob' }])
})

test('a file that was made to be taken away is deleted after its time', async () => {
  const { world } = await prepared()
  world.files.set('cloud://env/sheets/1.pdf', Buffer.from('x'))
  await world.store.insert('files', {
    _id: 'f_1',
    version: 1,
    fileId: 'cloud://env/sheets/1.pdf',
    expiresAt: 0,
  })
  await sweep(world.deps)
  expect(world.files.size).toBe(0)
  expect(world.store.all('files')).toEqual([])
})
