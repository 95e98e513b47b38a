import { countedStore } from '../../../test/support/counted-store'
import { createInvitationWorld, type InvitationWorld, operator } from '../../../test/support/invitation-world'
import type { ImportInvitationsInput } from '../../contract/invitation'
import { maskIdNumber, maskName } from '../../domain/identity'
import type { Driver } from '../../vendors/driver'
import type { LegacyInvitation } from '../../vendors/legacyInvitations'
import { adoptLegacyInvitations } from './adopt'
import { importInvitations } from './import'
import { searchLegacyInvitations } from './legacyInvitations'
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
  expect(result).toMatchObject({ outcome: 'created', campaign: { total: 300, counts: { pending: 300 } } })
  const { items } = await listInvitations(world.deps, operator, { limit: 3 })
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

test('the mended spreadsheet may come with the same key, and only once', async () => {
  await importing(['测试员乙\t1\t'])
  expect((await importing([lineOf(1)])).outcome).toBe('created')
  expect((await importing([lineOf(1)])).outcome).toBe('repeated')
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

describe('old invitations of e签宝', () => {
  const old = (changes: Partial<LegacyInvitation>): LegacyInvitation => ({
    subject: 'person',
    bizId: 'order-1',
    state: 'started',
    rawStatus: '0',
    notifyType: 'sms',
    redirectUrl: 'https://example.com/done',
    callbackUrl: '',
    invitee: {
      name: '测试员甲',
      mobile: '13800138000',
      email: '',
      idNumber: '110101199001010015',
      paper: 'residentId',
    },
    organization: null,
    ...changes,
  })
  const organization: LegacyInvitation['organization'] = {
    name: '测试甲有限公司',
    creditCode: '91110000MA0TEA001C',
    paper: 'creditCode',
    legalName: '测试员乙',
    legalIdNumber: '110101199001010023',
  }

  function withOld(...all: LegacyInvitation[]) {
    const [base] = world.deps.drivers.values()
    if (!base) throw new Error('no driver')
    const esign: Driver = {
      ...base,
      id: 'esign',
      legacyInvitations: {
        search: async ({ offset, size }) => ({
          kind: 'ok',
          value: { items: all.slice(offset, offset + size), total: all.length },
        }),
      },
    }
    world.deps.drivers = new Map([['esign', esign]])
  }
  const adopt = () =>
    adoptLegacyInvitations(world.deps, operator, { invitationId: 'iudi0989ad79', title: '补办认证' })

  test('are shown with their addresses and papers, and nobody in full', async () => {
    const redirectUrl = 'https://example.com/done?name=测试员甲#110101199001010015'
    withOld(
      old({ subject: 'organization', organization, redirectUrl, callbackUrl: 'https://a.example/cb?t=1' }),
    )
    const question = { invitationId: 'iudi0989ad79', offset: 0, size: 20 }
    const found = await searchLegacyInvitations(world.deps, operator, question)
    expect(found.items).toMatchObject([
      {
        redirectUrl: 'https://example.com/done',
        callbackUrl: 'https://a.example/cb',
        paper: 'residentId',
        organization: {
          creditCode: '91110000MA0TEA001C',
          paper: 'creditCode',
          maskedLegalName: maskName('测试员乙'),
          maskedLegalIdNumber: maskIdNumber('110101199001010023'),
        },
      },
    ])
    expect(JSON.stringify(found)).not.toMatch(/测试员甲|测试员乙|13800138000|1101011990010100\d\d/)
  })

  test('those nobody has finished become ours, once', async () => {
    withOld(
      old({}),
      old({ state: 'verified' }),
      old({ subject: 'organization', organization }),
      old({ state: 'finished' }),
    )
    const result = await adopt()
    expect(result).toMatchObject({
      left: 2,
      campaigns: [
        { subject: 'person', total: 1, vendor: 'esign', counts: { pending: 1 } },
        { subject: 'organization', total: 1 },
      ],
    })
    expect((await adopt()).campaigns.map(({ id }) => id)).toEqual(result.campaigns.map(({ id }) => id))
    const made = world.store.all('invitations')
    expect(made).toHaveLength(2)
    expect(made.map(({ redirect, bizId }) => [redirect, bizId])).toEqual([
      [{ kind: 'webUrl', url: 'https://example.com/done' }, 'order-1'],
      [{ kind: 'webUrl', url: 'https://example.com/done' }, 'order-1'],
    ])
  })

  test('what is not in its right form is left to the invitee', async () => {
    const invitee = {
      name: '测试员甲',
      mobile: '1',
      email: 'a@example.com',
      idNumber: '110101199001010014',
      paper: null,
    }
    withOld(old({ invitee, bizId: '编号\uFFFD', redirectUrl: 'http://example.com' }))
    await adopt()
    expect(world.store.all('invitations')).toMatchObject([{ maskedContact: '', bizId: '', redirect: null }])
    expect(
      (await listInvitations(world.deps, operator, { text: '110101199001010014', limit: 1 })).items,
    ).toEqual([])
    expect((await listInvitations(world.deps, operator, { text: '测试员甲', limit: 1 })).items).toHaveLength(
      1,
    )
  })

  test('a long task is read page by page', async () => {
    withOld(...Array.from({ length: 120 }, (_, index) => old({ bizId: `order-${index}` })))
    expect((await adopt()).campaigns[0]?.total).toBe(120)
  })

  test('without the switch there is nothing to adopt', async () => {
    await expect(adopt()).rejects.toMatchObject({ code: 'VENDOR_OFF' })
  })
})
