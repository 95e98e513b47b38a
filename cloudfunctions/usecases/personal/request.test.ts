import { type BatchWorld, createBatchWorld, operator } from '../../../test/support/batch-world'
import { createInvitationWorld, type InvitationWorld } from '../../../test/support/invitation-world'
import { meanwhile } from '../../../test/support/meanwhile'
import { testPerson } from '../../../test/support/world'
import { openInvitation } from '../invitation/open'
import { operatorId } from '../operator/identity'
import { copyOnRequest, eraseOnRequest, withdrawOnRequest } from './request'

/** What an owner does because somebody has asked in writing; persons behind a verification: withdraw.test.ts. */
const reference = 'R-2026-1'
type Request = Parameters<typeof copyOnRequest>[2]
const textOf = ({ content }: { content: string }) => JSON.parse(Buffer.from(content, 'base64').toString())
const actsOf = ({ store, deps }: Pick<InvitationWorld, 'store' | 'deps'>) =>
  store
    .all('audit')
    .flatMap(each =>
      'chain' in each && each.chain === 'acts' && each.event.startsWith('request.') ? [each] : [],
    )
    .map(({ event, subject, detail, operator: who }) => [
      event,
      subject,
      detail,
      who === operatorId(deps, operator),
    ])

describe('about an invitation', () => {
  let world: InvitationWorld
  let id = ''
  beforeEach(async () => {
    world = await createInvitationWorld()
    id = await world.invite()
    await world.invite({ bizId: 'order-8' })
  })
  const request = (): Request => ({ about: { invitation: id }, reference })
  const invitation = () => world.store.all('invitations').find(({ _id }) => _id === id)
  const others = () => world.store.all('invitations').filter(({ _id }) => _id !== id)

  test('a copy holds what was filled in, of nobody else', async () => {
    const copy = textOf(await copyOnRequest(world.deps, operator, request()))
    expect(copy.invitations).toMatchObject([
      {
        id,
        bizId: 'order-7',
        state: 'pending',
        filledIn: { name: testPerson.name, mobile: testPerson.contact.value },
      },
    ])
    expect(actsOf(world)).toEqual([['request.copy', id, reference, true]])
  })

  test('withdrawn, it is taken back; what has ended stops nothing more', async () => {
    expect(await withdrawOnRequest(world.deps, operator, request())).toEqual({ stopped: 1 })
    expect(invitation()).toMatchObject({ state: 'revoked', sealed: expect.any(String) })
    expect(await withdrawOnRequest(world.deps, operator, request())).toEqual({ stopped: 0 })
    expect(others()).toMatchObject([{ state: 'pending' }])
    expect(actsOf(world)).toHaveLength(2)
  })

  test('erased, it is taken back and nothing leads to anybody', async () => {
    const asked = { ...request(), ground: 'authority' } as const
    expect(await eraseOnRequest(world.deps, operator, asked)).toEqual({ erased: 1 })
    expect(invitation()).toMatchObject({
      state: 'revoked',
      sealed: null,
      searchKeys: [],
      maskedName: '',
      maskedContact: '',
      bizId: '',
      redactAt: null,
      dueAt: null,
    })
    const trail = world.store
      .all('audit')
      .flatMap(each => ('invitationId' in each && each.invitationId === id ? [each.event] : []))
    expect(trail).toEqual(['created', 'operatorRevoked', 'redacted'])
    expect(await eraseOnRequest(world.deps, operator, asked)).toEqual({ erased: 1 })
    expect(
      world.store.all('audit').filter(each => 'invitationId' in each && each.event === 'redacted'),
    ).toHaveLength(1)
    expect(others()).toMatchObject([{ sealed: expect.any(String), bizId: 'order-8' }])
    expect(actsOf(world)[0]).toEqual(['request.erase', id, `${reference} authority`, true])
  })

  test('erased, what was told of it does not lead to anybody either', async () => {
    await openInvitation(world.deps, 'somebody', { token: await world.tokenOf(id) })
    await openInvitation(world.deps, 'somebody', { token: await world.tokenOf(others()[0]?._id ?? '') })
    const numbers = () =>
      world.store.all('events').map(({ subjectId, data }) => [subjectId === id, data.bizId])
    expect(numbers()).toContainEqual([true, 'order-7'])
    await eraseOnRequest(world.deps, operator, request())
    expect(numbers()).not.toContainEqual([true, 'order-7'])
    expect(numbers()).toContainEqual([false, 'order-8'])
  })

  test('one that is not there leaves no row', async () => {
    const missing: Request = { about: { invitation: `i_${'0'.repeat(32)}` }, reference }
    for (const act of [copyOnRequest, withdrawOnRequest, eraseOnRequest])
      await expect(act(world.deps, operator, missing)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(actsOf(world)).toEqual([])
  })
})

describe('about a row', () => {
  let world: BatchWorld
  let rowId = ''
  beforeEach(async () => {
    world = await createBatchWorld()
    rowId = `${await world.batchOf(2)}_00001`
  })
  const request = (): Request => ({ about: { row: rowId }, reference })
  const row = () => world.store.all('batch_rows').find(({ _id }) => _id === rowId)

  test('a copy holds what was typed in full, of this row alone', async () => {
    const copy = textOf(await copyOnRequest(world.deps, operator, request()))
    expect(copy.rows).toMatchObject([
      {
        number: 1,
        state: 'draft',
        filledIn: { adminMobile: '13800138000', adminIdNumber: '110101199001010015' },
      },
    ])
    expect(actsOf(world)).toEqual([['request.copy', rowId, reference, true]])
  })

  test('withdrawn, it is taken out, and keeps its data for its time', async () => {
    expect(await withdrawOnRequest(world.deps, operator, request())).toEqual({ stopped: 1 })
    expect(row()).toMatchObject({ state: 'canceled', sealed: expect.any(String) })
    expect(
      world.store
        .all('batch_rows')
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['canceled', 'draft'])
  })

  test('one that is on its way to the vendor waits', async () => {
    await world.store.updateMany('batch_rows', [['_id', 'eq', rowId]], { set: { state: 'sending' } })
    for (const act of [eraseOnRequest, withdrawOnRequest])
      await expect(act(world.deps, operator, request())).rejects.toMatchObject({ code: 'BUSY' })
    expect(row()).toMatchObject({ state: 'sending', sealed: expect.any(String) })
    // Nobody has taken anything out.
    expect(world.store.all('audit').filter(each => 'event' in each && each.event === 'canceled')).toEqual([])
  })

  test('one that is verified while it is withdrawn is not said to be stopped', async () => {
    const to = (state: 'queued' | 'verified') =>
      world.store.updateMany('batch_rows', [['_id', 'eq', rowId]], { set: { state } })
    await to('queued')
    meanwhile(world.store, 'updateMany', 'batch_rows', () => to('verified'))
    expect(await withdrawOnRequest(world.deps, operator, request())).toEqual({ stopped: 0 })
    expect(row()).toMatchObject({ state: 'verified', sealed: expect.any(String) })
  })

  test.each([
    ['erased', eraseOnRequest],
    ['withdrawn', withdrawOnRequest],
  ])(
    'one that goes to the vendor while it is %s keeps what it holds, and nobody is told otherwise',
    async (_, act) => {
      await world.store.updateMany('batch_rows', [['_id', 'eq', rowId]], { set: { state: 'queued' } })
      const sending = () =>
        world.store.updateMany('batch_rows', [['_id', 'eq', rowId]], { set: { state: 'sending' } })
      meanwhile(world.store, 'updateMany', 'batch_rows', sending)
      await expect(act(world.deps, operator, request())).rejects.toMatchObject({ code: 'BUSY' })
      expect(row()).toMatchObject({ state: 'sending', sealed: expect.any(String) })
    },
  )

  test('one that is corrected while it is erased keeps what it holds', async () => {
    const to = (state: 'rejected' | 'draft') =>
      world.store.updateMany('batch_rows', [['_id', 'eq', rowId]], { set: { state } })
    await to('rejected')
    meanwhile(world.store, 'updateMany', 'batch_rows', () => to('draft'))
    await expect(eraseOnRequest(world.deps, operator, request())).rejects.toMatchObject({ code: 'BUSY' })
    expect(row()).toMatchObject({ state: 'draft', sealed: expect.any(String) })
  })

  test.each([
    ['verified', 0],
    ['already', 0],
    ['canceled', 0],
    ['rejected', 1],
    ['queued', 1],
  ] as const)('withdrawn when it is %s, %i is stopped', async (state, stopped) => {
    await world.store.updateMany('batch_rows', [['_id', 'eq', rowId]], { set: { state } })
    expect(await withdrawOnRequest(world.deps, operator, request())).toEqual({ stopped })
    expect(row()).toMatchObject({ state: stopped === 1 ? 'canceled' : state })
  })

  test('one that has ended loses what was typed and stays as it ended', async () => {
    await world.store.updateMany('batch_rows', [['_id', 'eq', rowId]], { set: { state: 'verified' } })
    expect(await eraseOnRequest(world.deps, operator, request())).toEqual({ erased: 1 })
    expect(row()).toMatchObject({ state: 'verified', sealed: null })
    expect(world.store.all('batch_rows').filter(({ sealed }) => sealed !== null)).toHaveLength(1)
    expect(world.batches.withdrawals).toEqual([])
  })
})

test('nobody is behind a verification that is not there', async () => {
  const world = await createInvitationWorld()
  const missing: Request = { about: { verification: `v_${'0'.repeat(32)}` }, reference }
  await expect(copyOnRequest(world.deps, operator, missing)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(actsOf(world)).toEqual([])
})
