import { createBatchWorld, organizationName } from '../../test/support/batch-world'
import { createInvitationWorld } from '../../test/support/invitation-world'
import { createWorld, proven, type World } from '../../test/support/world'
import { readTemplates } from '../domain/message/template'
import { revokeInvitations } from './invitation/manage'
import { acceptMessages } from './message/accept'
import { sweep } from './sweep'
import { refresh } from './verification/refresh'
import { start } from './verification/start'

/** Who hears of what has happened, whoever brings it about. */

const told = (world: World) =>
  world.store
    .all('events')
    .map(({ type, subjectId }) => `${type} ${subjectId}`)
    .sort()

async function verified(world: World): Promise<string> {
  const { id } = (await start(world.deps, 'alice', await world.startInput())).verification
  world.vendor.onQuery = () => proven('attempt')
  await refresh(world.deps, 'alice', { id })
  return id
}

test('what becomes of a verification is told to business systems, once', async () => {
  const world = createWorld()
  const id = await verified(world)
  await refresh(world.deps, 'alice', { id })
  expect(told(world)).toEqual([
    // That it was begun, and that its way is known.
    `verification.updated ${id}`,
    `verification.updated ${id}`,
    `verification.verified ${id}`,
  ])
})

test('its invitation learns of it, and business systems of both', async () => {
  const world = await createInvitationWorld()
  const id = await world.invite()
  const { verification } = await world.begin(await world.tokenOf(id), 'bob')
  expect(await world.store.get('invitations', id)).toMatchObject({ begun: 1, verified: 0 })
  world.vendor.onQuery = () => proven('attempt')
  await refresh(world.deps, 'bob', { id: verification.id })
  expect(await world.store.get('invitations', id)).toMatchObject({ begun: 1, verified: 1 })
  expect(told(world)).toEqual(
    expect.arrayContaining([
      `invitation.opened ${id}`,
      `invitation.started ${id}`,
      `invitation.finished ${id}`,
      `verification.verified ${verification.id}`,
    ]),
  )
  const other = await world.invite()
  await revokeInvitations(world.deps, 'olivia', { ids: [other] })
  expect(told(world)).toContain(`invitation.revoked ${other}`)
})

test('business systems learn how rows of a batch stand, and that the last has its end', async () => {
  const world = await createBatchWorld()
  const id = await world.submittedOf(1)
  world.batches.failures.set(organizationName(1), '企业三要素不通过')
  world.pass(30_000)
  await sweep(world.deps)
  expect(world.states()).toEqual(['rejected'])
  expect(told(world)).toEqual(
    expect.arrayContaining([`batch.row.updated ${world.row(1)._id}`, `batch.finished ${id}`]),
  )
})

test('its person is told where templates are set; where none is, nobody is looked for', async () => {
  const world = createWorld()
  const find = jest.spyOn(world.store, 'find')
  await verified(world)
  expect(find.mock.calls.map(([collection]) => collection)).not.toContain('messages')

  const telling = createWorld()
  const messages = readTemplates('result:template-of-results:matter=thing1,outcome=phrase2')
  Object.assign(telling.deps.config, { messages })
  const { id } = (await start(telling.deps, 'alice', await telling.startInput())).verification
  await acceptMessages(telling.deps, 'alice', { id, kinds: ['result'] })
  telling.vendor.onQuery = () => proven('attempt')
  await refresh(telling.deps, 'alice', { id })
  expect(telling.store.all('messages')).toMatchObject([{ about: id, dueAt: telling.deps.clock() }])
  expect(telling.deps.instance.messages.left).toBe(true)
})
