import { createInvitationWorld, operator } from '../../../test/support/invitation-world'
import { proven } from '../../../test/support/world'
import { operatorId } from '../operator/identity'
import { refresh } from '../verification/refresh'

test('how far people have got is not something that has become of it', async () => {
  const world = await createInvitationWorld()
  const token = await world.tokenOf(await world.invite({ most: 2 }))
  const now = world.deps.clock()
  await world.begin(token, 'alice')
  world.pass(1000)
  await world.begin(token, 'bob')
  expect(world.store.all('invitations')).toMatchObject([{ begun: 2, updatedAt: now }])
  expect(world.store.all('audit').filter(row => 'invitationId' in row)).toHaveLength(3)
})

test('every step leaves its row, with who did it where that is an operator, each chained to the one before', async () => {
  const world = await createInvitationWorld()
  const id = await world.invite()
  world.pass(1000)
  const { verification } = await world.begin(await world.tokenOf(id), 'alice')
  world.pass(1000)
  world.vendor.onQuery = () => proven('attempt')
  await refresh(world.deps, 'alice', { id: verification.id, hint: 'returned' })
  const rows = world.store
    .all('audit')
    .flatMap(row => ('invitationId' in row ? [row] : []))
    .sort((a, b) => a.sequence - b.sequence)
  const born = 1_700_000_000_000
  const step = (sequence: number, event: string, from: string | null, to: string, at: number) => ({
    _id: `${id}_${sequence}`,
    invitationId: id,
    sequence,
    event,
    operator: event === 'created' ? operatorId(world.deps, operator) : '',
    from,
    to,
    at,
  })
  expect(rows.map(({ hash: _, previousHash: __, ...row }) => row)).toEqual([
    step(10, 'created', null, 'pending', born),
    step(20, 'opened', 'pending', 'pending', born + 1000),
    step(21, 'inviteeStarted', 'pending', 'started', born + 1000),
    step(30, 'allVerified', 'started', 'verified', born + 2000),
  ])
  expect(rows.map(row => row.previousHash)).toEqual(['', ...rows.slice(0, -1).map(row => row.hash)])
  expect(world.store.all('invitations')[0]?.auditHash).toBe(rows.at(-1)?.hash)
})
