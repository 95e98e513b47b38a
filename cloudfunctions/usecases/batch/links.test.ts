import {
  type BatchWorld,
  createBatchWorld,
  creditCode,
  headingLine,
  line,
  operator,
  organizationName,
} from '../../../test/support/batch-world'
import { codeOf } from '../../../test/support/refusal'
import { advance } from './advance'
import { saveRow } from './edit'
import { link, links, liveLinks, rowLink } from './links'
import { batchOf } from './rows'
import { submit } from './submit'

/** The links of administrators, and of rows. */
let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

const groups = async (id: string) => (await links(world.deps, operator, { id })).links

test('none without rows that are ready, and none of a group there is not', async () => {
  const id = await world.batchOf(1)
  expect(await groups(id)).toEqual([])
  expect(await codeOf(link(world.deps, operator, { id, group: 'x_1' }))).toBe('LINK_NOT_READY')
  await submit(world.deps, operator, { id })
  await world.wait(30)
  const [first] = await groups(id)
  await world.setRow(1, { sealed: null })
  expect(await codeOf(link(world.deps, operator, { id, group: first?.group ?? '' }))).toBe('LINK_NOT_READY')
  await world.setRow(1, { adminKey: null })
  expect(await groups(id)).toEqual([])
})

test('it is asked for in the name of the administrator, and lives as long as the vendor says', async () => {
  const id = await world.readyOf(2)
  const [first] = await groups(id)
  const { link: made } = await link(world.deps, operator, { id, group: first?.group ?? '' })
  expect(world.batches.linkRequests).toEqual([
    {
      administrator: {
        name: '测试员甲',
        mobile: '13800138000',
        idType: 'residentId',
        idNumber: '110101199001010015',
      },
      subTaskIds: [1, 2].map(number => `sub:${organizationName(number)}`),
    },
  ])
  const expiresAt = 1_700_000_000_000 + 7 * 24 * 3600_000
  expect(made).toMatchObject({ state: 'live', rows: 2, notCovered: 0, unasked: 0, link: { expiresAt } })
  world.pass(expiresAt - world.deps.clock() - 1)
  expect(await groups(id)).toMatchObject([{ state: 'live' }])
  world.pass(1)
  expect(await groups(id)).toMatchObject([{ state: 'expired', link: null, leftOut: [] }])
})

test('those that live are told apart from those that ended, and from none', async () => {
  const id = await world.readyOf(1)
  expect(await liveLinks(world.deps, id)).toEqual([])
  const [first] = await groups(id)
  const group = first?.group ?? ''
  await link(world.deps, operator, { id, group })
  expect(await liveLinks(world.deps, id)).toEqual([{ group, link: world.store.all('links')[0] }])
  world.pass(1_700_000_000_000 + 7 * 24 * 3600_000 - world.deps.clock())
  expect(await liveLinks(world.deps, id)).toEqual([])
})

test('the words of the vendor are kept to their 500th sign', async () => {
  const id = await world.readyOf(1)
  const batch = world.driver()
  const { link: given } = batch
  batch.link = async request => {
    const outcome = await given(request)
    return outcome.kind === 'ok'
      ? { kind: 'ok', value: { ...outcome.value, failures: ['长'.repeat(600), '短'] } }
      : outcome
  }
  const [first] = await groups(id)
  const { link: made } = await link(world.deps, operator, { id, group: first?.group ?? '' })
  expect(made.failures).toEqual(['长'.repeat(500), '短'])
})

test('of a link that has ended nothing more is asked', async () => {
  const id = await world.readyOf(1)
  const [first] = await groups(id)
  expect(first).toEqual({
    group: first?.group,
    administrator: { name: '测试**', mobile: '138****8000' },
    rows: 1,
    notCovered: 0,
    unasked: 0,
    state: 'none',
    link: null,
    leftOut: [],
    failures: [],
  })
  const hurried = { ...world.deps, hasTime: () => false }
  await link(hurried, operator, { id, group: first?.group ?? '' })
  world.pass(1_700_000_000_000 + 7 * 24 * 3600_000 - world.deps.clock())
  const before = { ...world.batches.asked }
  expect(await groups(id)).toMatchObject([{ state: 'expired', unasked: 1 }])
  expect(world.batches.asked).toEqual(before)
})

test('a link that is fetched again takes the place of the one before', async () => {
  const id = await world.readyOf(1)
  const [first] = await groups(id)
  const fetched = () => link(world.deps, operator, { id, group: first?.group ?? '' })
  await fetched()
  const { link: given } = world.driver()
  const expiresAt = world.deps.clock() + 1000
  world.driver().link = async request => {
    const outcome = await given(request)
    return outcome.kind === 'ok' ? { kind: 'ok', value: { ...outcome.value, expiresAt } } : outcome
  }
  await fetched()
  expect(world.store.all('links')).toMatchObject([{ expiresAt }])
  expect(await groups(id)).toMatchObject([{ state: 'live', link: { expiresAt } }])
})

test('each administrator gets his own, for all his rows that are open', async () => {
  const lines = [line(1), line(2, { admin: '测试员丙', mobile: '13900139000' }), line(3)]
  const id = await world.readyOf(0, { source: { kind: 'text', text: [headingLine, ...lines].join('\n') } })
  await world.setRow(3, { state: 'processing' })
  const all = await groups(id)
  expect(all.map(({ rows }) => rows)).toEqual([2, 1])
  await link(world.deps, operator, { id, group: all[1]?.group ?? '' })
  expect(world.batches.linkRequests).toMatchObject([
    { administrator: { mobile: '13900139000' }, subTaskIds: [`sub:${organizationName(2)}`] },
  ])
})

test('the week of a row’s own link begins when it was ready, or with what is known of it', async () => {
  await world.readyOf(1, { linkMode: 'perRow' })
  const rowId = world.row(1)._id
  const week = 7 * 24 * 3600_000
  const expiresAt = async () => (await rowLink(world.deps, operator, { rowId })).handoff.expiresAt
  const at = world.deps.clock()
  await world.setRow(1, { updatedAt: at + 5000 })
  expect(await expiresAt()).toBe(at + week)
  const [draft] = world.row(1).history
  await world.store.updateMany('batch_rows', [['_id', 'eq', rowId]], {
    set: { history: draft ? [draft] : [] },
  })
  expect(await expiresAt()).toBe(at + 5000 + week)
})

test('what became of the call is told, and nothing is kept', async () => {
  const id = await world.readyOf(1)
  const batch = world.driver()
  batch.link = async () => ({ kind: 'transient', code: 'TIMEOUT', detail: '' })
  const [first] = await groups(id)
  const asked = link(world.deps, operator, { id, group: first?.group ?? '' })
  expect(await codeOf(asked)).toBe('VENDOR_UNAVAILABLE')
  expect(world.store.all('links')).toEqual([])
  expect(world.logged.join()).toContain('"question":"link"')
})

test('where a link takes only so many rows there are more of them', async () => {
  const batch = world.driver()
  Object.assign(batch.limits, { rowsPerLink: 2 })
  const id = await world.readyOf(5)
  expect((await groups(id)).map(({ rows: count, group }) => [count, group.at(-1)])).toEqual([
    [2, '1'],
    [2, '2'],
    [1, '3'],
  ])
})

test('of a row of its own only while it is open, and only where rows have their own', async () => {
  const id = await world.readyOf(1, { linkMode: 'perRow' })
  const rowId = world.row(1)._id
  const { handoff } = await rowLink(world.deps, operator, { rowId })
  const madeAt = world.row(1).history.find(({ state }) => state === 'ready')?.at ?? 0
  expect(handoff).toMatchObject({ singleUse: false, expiresAt: madeAt + 7 * 24 * 3600_000 })
  await world.setRow(1, { state: 'processing' })
  expect(await codeOf(rowLink(world.deps, operator, { rowId }))).toBe('no error')
  for (const state of ['accepted', 'verified', 'rejected'] as const) {
    await world.setRow(1, { state })
    expect(await codeOf(rowLink(world.deps, operator, { rowId }))).toBe('LINK_NOT_READY')
  }
  const { prepared } = world.batches.asked
  await world.setRow(1, { state: 'ready', taskId: null })
  expect(await codeOf(rowLink(world.deps, operator, { rowId }))).toBe('LINK_NOT_READY')
  expect(world.batches.asked.prepared).toBe(prepared)
  await world.setRow(1, { taskId: 'task-1', subTaskId: 'another' })
  expect(await codeOf(rowLink(world.deps, operator, { rowId }))).toBe('LINK_NOT_READY')
  const batch = await world.store.get('batches', id)
  await world.setRow(1, { subTaskId: `sub:${organizationName(1)}` })
  await world.store.replace('batches', id, batch?.version ?? 0, { linkMode: 'single' })
  expect(await codeOf(rowLink(world.deps, operator, { rowId }))).toBe('LINK_NOT_READY')
})

test('of two links that are fetched at the same moment one is kept, and both are good', async () => {
  const id = await world.batchOf(1)
  await submit(world.deps, operator, { id })
  world.pass(30_000)
  await advance(world.deps, await batchOf(world.deps, id), {
    deadline: world.deps.clock() + 5000,
    watched: true,
  })
  const [first] = (await links(world.deps, operator, { id })).links
  const group = first?.group ?? ''
  const both = await Promise.all([1, 2].map(() => link(world.deps, operator, { id, group })))
  expect(both.map(each => each.link.state)).toEqual(['live', 'live'])
  expect(world.store.all('links')).toMatchObject([{ _id: `${id}_${group}`, rowIds: [world.row(1)._id] }])
  expect(world.row(1).name).toBe(organizationName(1))
})

describe('the link', () => {
  test('one for all rows of an administrator, kept until it ends, renewed in one go', async () => {
    const id = await world.readyOf(12)
    const { links: before } = await links(world.deps, operator, { id })
    expect(before).toMatchObject([{ state: 'none', rows: 12, administrator: { mobile: '138****8000' } }])
    const group = before[0]?.group ?? ''
    const { link: made } = await link(world.deps, operator, { id, group })
    expect(made).toMatchObject({ state: 'live', link: { app: { path: 'p?a=1&b=2' } }, leftOut: [] })
    expect(world.batches.linkRequests[0]?.subTaskIds).toHaveLength(12)
    world.pass(8 * 24 * 3600_000)
    expect((await links(world.deps, operator, { id })).links[0]).toMatchObject({
      state: 'expired',
      link: null,
    })
    expect(JSON.stringify(world.store.all('links'))).not.toContain('short.example')
  })

  test('rows of two administrators make two links', async () => {
    const id = await world.readyOf(0, {
      source: {
        kind: 'text',
        text: [headingLine, line(1), line(2, { admin: '测试员丙', mobile: '13900139000' })].join('\n'),
      },
    })
    const { links: both } = await links(world.deps, operator, { id })
    expect(both.map(({ rows: count, administrator }) => `${count} ${administrator.mobile}`)).toEqual([
      '1 138****8000',
      '1 139****9000',
    ])
  })

  test('rows that became ready later are said to be missing', async () => {
    const id = await world.readyOf(2)
    const group = (await links(world.deps, operator, { id })).links[0]?.group ?? ''
    await link(world.deps, operator, { id, group })
    await saveRow(world.deps, operator, {
      id,
      fields: {
        name: organizationName(3),
        creditCode: creditCode(3),
        legalName: '测试员乙',
        adminName: '测试员甲',
        adminMobile: '13800138000',
        adminIdNumber: '110101199001010015',
      },
    })
    await submit(world.deps, operator, { id })
    await world.wait(60)
    expect((await links(world.deps, operator, { id })).links[0]).toMatchObject({ state: 'stale', rows: 3 })
  })

  test('what the vendor silently left out is named', async () => {
    const id = await world.readyOf(3)
    const driver = world.driver()
    const { progress } = driver
    driver.progress = ids => progress(ids.filter(each => !each.endsWith(organizationName(2))))
    const group = (await links(world.deps, operator, { id })).links[0]?.group ?? ''
    const { link: made } = await link(world.deps, operator, { id, group })
    expect(made.leftOut).toMatchObject([{ number: 2, name: organizationName(2) }])
  })

  test('in the other mode every row has its own', async () => {
    const id = await world.batchOf(2, { linkMode: 'perRow' })
    await submit(world.deps, operator, { id })
    await world.wait(30)
    expect((await links(world.deps, operator, { id })).links).toEqual([])
    const { handoff } = await rowLink(world.deps, operator, { rowId: world.row(2)._id })
    expect(handoff).toMatchObject({ kind: 'webUrl', url: expect.stringContaining('short.example') })
  })
})

test('what became of the question about the link of a row is told', async () => {
  await world.readyOf(1, { linkMode: 'perRow' })
  world.driver().prepared = async () => ({ kind: 'transient', code: 'TIMEOUT', detail: '' })
  expect(await codeOf(rowLink(world.deps, operator, { rowId: world.row(1)._id }))).toBe('VENDOR_UNAVAILABLE')
  expect(world.logged.join()).toContain('"question":"prepared"')
})
