import { countedStore } from '../../../test/support/counted-store'
import { createInvitationWorld, type InvitationWorld, operator } from '../../../test/support/invitation-world'
import type { ImportInvitationsInput } from '../../contract/invitation'
import { writeXlsx } from '../../platform/sheet/index'
import { importInvitations } from './import'
import { getCampaign, listCampaigns, listInvitations } from './list'
import { revokeInvitations } from './manage'

let world: InvitationWorld
beforeEach(async () => {
  world = await createInvitationWorld()
})

const heading = '姓名\t手机号\t业务编号'
const lineOf = (number: number) => `测试员${number}号\t138${String(number).padStart(8, '0')}\torder-${number}`
const importing = (lines: string[], changes: Partial<ImportInvitationsInput> = {}) =>
  importInvitations(world.deps, operator, {
    clientKey: 'key-import-0000000001',
    subject: 'person',
    title: '供应商入驻',
    note: '',
    vendor: null,
    mode: null,
    locked: ['name'],
    redirect: null,
    days: 30,
    source: { kind: 'text', text: [heading, ...lines].join('\n') },
    ...changes,
  })

test('three hundred lines are three hundred invitations, in the order of the spreadsheet', async () => {
  // Time goes on while they are made.
  const clock = world.deps.clock
  let ticks = 0
  world.deps.clock = () => clock() + ticks++
  const lines = Array.from({ length: 300 }, (_, index) => lineOf(index + 1))
  const result = await importing(lines)
  if (result.outcome !== 'created') throw new Error(result.outcome)
  expect(result).toMatchObject({
    campaign: { total: 300, counts: { pending: 300 } },
    unknownHeadings: [],
    leftOut: [],
  })
  // Of the operator and the key, for ever: what was made before is found by it.
  expect(result.campaign.id).toBe('m_c8c8d57421f29741a6dd2ae4c5bccac4')
  const { items } = await listInvitations(world.deps, operator, { limit: 3, campaignId: result.campaign.id })
  expect(items.map(({ number, bizId, maskedName }) => [number, bizId, maskedName])).toEqual([
    [1, 'order-1', '测试***'],
    [2, 'order-2', '测试***'],
    [3, 'order-3', '测试***'],
  ])
  expect(new Set(world.store.all('invitations').map(each => each.tokenHash)).size).toBe(300)
  const [campaign] = (await listCampaigns(world.deps, operator, { limit: 20 })).items
  expect(await getCampaign(world.deps, operator, { id: campaign?.id ?? '' })).toEqual({ campaign })
  const missing = getCampaign(world.deps, operator, { id: `m_${'0'.repeat(32)}` })
  await expect(missing).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('with one line at fault nothing is made, and what is at fault is said', async () => {
  const result = await importing([lineOf(1), '测试员乙\t1380013\t', lineOf(1)])
  expect(result).toEqual({
    outcome: 'faulty',
    faulty: 2,
    lines: 3,
    unknownHeadings: [],
    leftOut: [],
    issues: [
      { line: 3, column: 'mobile', code: 'malformed' },
      { line: 4, column: 'mobile', code: 'duplicate', other: 2 },
      { line: 4, column: 'bizId', code: 'duplicate', other: 2 },
    ],
  })
  expect(world.store.all('invitations')).toEqual([])
})

test('lines at fault are left out when the operator wants it so, and named', async () => {
  const lines = [lineOf(1), '测试员乙\t1380013\t', lineOf(2), lineOf(1)]
  const result = await importing(lines, { reading: { leaveFaulty: true } })
  expect(result).toMatchObject({
    outcome: 'created',
    campaign: { total: 2 },
    leftOut: [{ what: 'row', name: '3, 5', count: 2, why: 'faulty' }],
  })
  expect(world.store.all('invitations').map(({ bizId, number }) => [number, bizId])).toEqual([
    [1, 'order-1'],
    [2, 'order-2'],
  ])
})

test('with nothing but faults there is nothing to make', async () => {
  const result = await importing(['测试员乙\t1380013\t'], { reading: { leaveFaulty: true } })
  expect(result).toMatchObject({ outcome: 'faulty', faulty: 1, lines: 1 })
  expect(world.store.all('campaigns')).toEqual([])
})

test('where nothing is left out nobody is asked', async () => {
  expect(await importing([lineOf(1)], { reading: { ask: true } })).toMatchObject({ outcome: 'created' })
})

test('who wants to be asked is, where something is left out that can be had', async () => {
  const fileId = 'cloud://env/imports/abcdefghijklmnop.xlsx'
  const columns = ['姓名', '手机号'].map(heading => ({ heading, width: 20 }))
  const two = await writeXlsx(
    { name: '名单', columns, rows: [['测试员甲', '13800138000']] },
    { name: '其余', columns, rows: [['测试员乙', '13800138001']] },
  )
  world.files.set(fileId, two)
  const source = { kind: 'file', fileId } as const
  expect(await importing([], { source, reading: { ask: true } })).toEqual({
    outcome: 'asked',
    rows: 1,
    leftOut: [{ what: 'sheet', name: '其余', count: 1, why: 'notChosen' }],
  })
  expect(world.store.all('invitations')).toEqual([])
  world.files.set(fileId, two)
  expect(await importing([], { source, reading: {} })).toMatchObject({ outcome: 'created' })
})

test('the mended spreadsheet may come with the same key, and only once', async () => {
  await importing(['测试员乙\t1\t'])
  expect((await importing([lineOf(1)])).outcome).toBe('created')
  const [campaign] = (await listCampaigns(world.deps, operator, { limit: 20 })).items
  expect(await importing([lineOf(1)])).toEqual({
    outcome: 'repeated',
    campaign,
    unknownHeadings: [],
    leftOut: [],
  })
  await expect(importing([lineOf(1), lineOf(2)])).rejects.toMatchObject({ code: 'KEY_CONFLICT' })
  expect(world.store.all('invitations')).toHaveLength(1)
})

test('whatever write a process dies before, the next try completes the list, and every invitation has its row', async () => {
  const lines = Array.from({ length: 120 }, (_, index) => lineOf(index + 1))
  let last = 0
  for (let dies = 1; last === 0; dies++) {
    world = await createInvitationWorld()
    let writes = 0
    world.store.beforeWrite(() => {
      writes += 1
      if (writes === dies) throw new Error('died')
    })
    const first = await importing(lines).catch(() => null)
    world.store.beforeWrite(() => {})
    if (first) last = dies
    world.pass(5000)
    expect((await importing(lines)).outcome).toBe(first ? 'repeated' : 'created')
    const made = world.store.all('invitations')
    expect(made).toHaveLength(120)
    expect(made.filter(({ outbox, outboxAt }) => outbox.length > 0 || outboxAt !== null)).toEqual([])
    const rows = world.store.all('audit').flatMap(row => ('invitationId' in row ? [row.hash] : []))
    expect(rows.sort()).toEqual(made.map(({ auditHash }) => auditHash).sort())
    expect(world.store.all('campaigns')).toMatchObject([{ total: 120 }])
  }
  expect(last).toBeGreaterThan(8)
})

test('a thousand are made with at most 100 calls to the database, and a hundred taken back with at most 110', async () => {
  const { store, counts } = countedStore(world.deps.store)
  world.deps.store = store
  await importing(Array.from({ length: 1000 }, (_, index) => lineOf(index + 1)))
  expect(world.store.all('invitations')).toHaveLength(1000)
  expect(counts.reads + counts.writes).toBeLessThanOrEqual(100)
  Object.assign(counts, { reads: 0, writes: 0 })
  const ids = world.store.all('invitations').slice(0, 100)
  const { revoked } = await revokeInvitations(world.deps, operator, { ids: ids.map(({ _id }) => _id) })
  expect(revoked).toHaveLength(100)
  expect(counts.reads + counts.writes).toBeLessThanOrEqual(110)
})

test('a thousand lines may be given, also where one is at fault', async () => {
  const lines = Array.from({ length: 999 }, (_, index) => lineOf(index + 1))
  expect(await importing([...lines, '测试员乙\t1380013\t'])).toMatchObject({ outcome: 'faulty', lines: 1000 })
})

test('campaigns are shown newest first, page by page', async () => {
  const ids: string[] = []
  for (const number of [1, 2, 3]) {
    const made = await importing([lineOf(number)], { clientKey: `key-import-000000000${number}` })
    ids.unshift(made.outcome === 'created' ? made.campaign.id : '')
    world.pass(1)
  }
  const first = await listCampaigns(world.deps, operator, { limit: 2 })
  const second = await listCampaigns(world.deps, operator, { limit: 2, cursor: first.nextCursor ?? '' })
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids)
})

test('the same key may stand for an invitation and for a campaign', async () => {
  await world.invite({ clientKey: 'key-import-0000000001' })
  expect(await importing([lineOf(1)])).toMatchObject({ outcome: 'created' })
})

test.each([
  ['1001 lines', 'TOO_MANY_ROWS', Array.from({ length: 1001 }, (_, index) => lineOf(index + 1))],
  ['only a heading', 'SHEET_EMPTY', []],
])('%s: %s', async (_what, code, lines) => {
  await expect(importing(lines)).rejects.toMatchObject({ code })
})

test('a file is read and deleted', async () => {
  const fileId = 'cloud://env/imports/abcdefghijklmnop.csv'
  world.files.set(fileId, Buffer.from([heading, lineOf(1)].join('\n')))
  expect((await importing([], { source: { kind: 'file', fileId } })).outcome).toBe('created')
  expect(world.files.size).toBe(0)
})
