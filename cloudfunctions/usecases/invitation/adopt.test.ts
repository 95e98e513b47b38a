import { createInvitationWorld, type InvitationWorld, operator } from '../../../test/support/invitation-world'
import { codeOf } from '../../../test/support/refusal'
import type { Driver } from '../../vendors/driver'
import type { LegacyInvitation, LegacyInvitations } from '../../vendors/legacyInvitations'
import { adoptLegacyInvitations } from './adopt'
import { inviteeOf } from './invitee'
import { searchLegacyInvitations } from './legacyInvitations'
import { listInvitations } from './list'

/** What e签宝 still knows of the invitations that it has closed, and what becomes of them here. */
let world: InvitationWorld
beforeEach(async () => {
  world = await createInvitationWorld()
})

const old = (changes: Partial<LegacyInvitation> = {}): LegacyInvitation => ({
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

function withSearch(search: LegacyInvitations['search']): void {
  const [base] = world.deps.drivers.values()
  if (!base) throw new Error('no driver')
  const esign: Driver = { ...base, id: 'esign', legacyInvitations: { search } }
  world.deps.drivers = new Map([
    ['ess', { ...base, id: 'ess' } satisfies Driver],
    ['esign', esign],
  ])
}
const withOld = (...all: LegacyInvitation[]) =>
  withSearch(async ({ offset, size }) => ({
    kind: 'ok',
    value: { items: all.slice(offset, offset + size), total: all.length },
  }))
const search = (offset = 0) =>
  searchLegacyInvitations(world.deps, operator, { invitationId: 'iudi0989ad79', offset, size: 20 })
const adopt = (title = '补办认证') =>
  adoptLegacyInvitations(world.deps, operator, { invitationId: 'iudi0989ad79', title })
/** What was filled in, by the order of the task. */
const invitees = () =>
  world.store
    .all('invitations')
    .sort((a, b) => a.number - b.number)
    .map(each => inviteeOf(world.deps, each))

describe('looking', () => {
  test('shows their addresses and papers, and nobody in full', async () => {
    const redirectUrl = 'https://example.com/done?name=测试员甲#110101199001010015'
    withOld(
      old({ subject: 'organization', organization, redirectUrl, callbackUrl: 'https://a.example/cb#?\nt=1' }),
    )
    const found = await search()
    expect(found).toEqual({
      items: [
        {
          subject: 'organization',
          bizId: 'order-1',
          state: 'started',
          rawStatus: '0',
          notifyType: 'sms',
          maskedName: '测试**',
          maskedContact: '138****8000',
          maskedIdNumber: '1101****15',
          paper: 'residentId',
          redirectUrl: 'https://example.com/done',
          callbackUrl: 'https://a.example/cb',
          organization: {
            name: '测试甲有限公司',
            creditCode: '91110000MA0TEA001C',
            paper: 'creditCode',
            maskedLegalName: '测试**',
            maskedLegalIdNumber: '1101****23',
          },
        },
      ],
      total: 1,
    })
    expect(JSON.stringify(found)).not.toMatch(/测试员甲|测试员乙|13800138000|1101011990010100\d\d/)
  })

  test('what the vendor does not say is not made up', async () => {
    const invitee = { name: '', mobile: '', email: 'someone@example.com', idNumber: '', paper: null }
    withOld(
      old({ invitee }),
      old({ invitee: { ...invitee, email: '' }, organization: { ...organization, legalName: '' } }),
    )
    expect((await search()).items).toMatchObject([
      { maskedName: '', maskedContact: 's***@example.com', maskedIdNumber: '', organization: null },
      { maskedContact: '', organization: { maskedLegalName: '' } },
    ])
  })

  test('asks for the page that is wanted', async () => {
    withOld(...Array.from({ length: 30 }, (_, index) => old({ bizId: `order-${index}` })))
    const { items, total } = await search(20)
    expect([items[0]?.bizId, items.length, total]).toEqual(['order-20', 10, 30])
  })
})

test.each([
  ['looking', () => search()],
  ['adopting', () => adopt()],
])('%s: what became of a call that failed is told', async (_, act) => {
  withSearch(async () => ({ kind: 'transient', code: '429', detail: 'busy' }))
  expect(await codeOf(act())).toBe('VENDOR_UNAVAILABLE')
  expect(world.logged.join()).toContain('"question":"legacyInvitations"')
  expect(world.store.all('campaigns')).toEqual([])
})

test.each([
  ['looking', () => search()],
  ['adopting', () => adopt()],
])('%s needs the switch', async (_, act) => {
  expect(await codeOf(act())).toBe('VENDOR_OFF')
})

describe('adopting', () => {
  test('those nobody has finished become ours, once', async () => {
    withOld(
      old(),
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
    const all = () => JSON.stringify([world.store.all('invitations'), world.store.all('campaigns')])
    const before = all()
    world.pass(60_000)
    expect(await adopt()).toEqual(result)
    expect(all()).toBe(before)
    expect(world.store.all('invitations')).toMatchObject(
      ['person', 'organization'].map(subject => ({
        subject,
        title: '补办认证',
        note: '',
        vendor: 'esign',
        mode: null,
        locked: [],
        redirect: { kind: 'webUrl', url: 'https://example.com/done' },
        bizId: 'order-1',
        number: 1,
        most: 1,
        expiresAt: 1_700_000_000_000 + 30 * 24 * 3600_000,
      })),
    )
    expect(world.store.all('campaigns')).toMatchObject([
      { note: '', locked: [], redirect: null },
      { note: '', locked: [], redirect: null },
    ])
    expect(await codeOf(adopt('另一个名字'))).toBe('KEY_CONFLICT')
  })

  test('what was said about whom stands where a form would have it', async () => {
    withOld(
      old(),
      old({ bizId: 'order-2', invitee: { ...old().invitee, mobile: '+86 138-0013-8000', idNumber: '' } }),
    )
    await adopt()
    expect(invitees()).toEqual([
      { name: '测试员甲', mobile: '13800138000', idNumber: '110101199001010015' },
      { name: '测试员甲', mobile: '13800138000' },
    ])
    expect(world.store.all('campaigns')).toHaveLength(1)
    world = await createInvitationWorld()
    const nobody = { name: '', mobile: '', email: '', idNumber: '', paper: null }
    withOld(
      old({ subject: 'organization', organization }),
      old({ subject: 'organization', organization: null, invitee: nobody }),
    )
    await adopt()
    expect(invitees()).toEqual([
      {
        name: '测试甲有限公司',
        registerNumber: '91110000MA0TEA001C',
        legalPerson: '测试员乙',
        applicantName: '测试员甲',
        applicantMobile: '13800138000',
      },
      {},
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
    expect(invitees()).toEqual([{ name: '测试员甲' }])
    expect((await listInvitations(world.deps, operator, { text: '测试员甲', limit: 1 })).items).toHaveLength(
      1,
    )
  })

  test.each([
    [500, { kind: 'webUrl' }],
    [501, null],
  ])('an address of %i signs', async (length, redirect) => {
    withOld(old({ redirectUrl: 'https://example.com/'.padEnd(length, 'a') }))
    await adopt()
    expect(world.store.all('invitations')).toMatchObject([{ redirect }])
  })

  test('a long task is read page by page', async () => {
    const all = Array.from({ length: 120 }, (_, index) => old({ bizId: `order-${index}` }))
    const pages: number[] = []
    withSearch(async ({ offset, size }) => {
      pages.push(offset)
      return { kind: 'ok', value: { items: all.slice(offset, offset + size), total: all.length } }
    })
    expect((await adopt()).campaigns).toMatchObject([{ subject: 'person', total: 120 }])
    expect(pages).toEqual([0, 50, 100])
    expect(world.store.all('invitations').find(({ number }) => number === 120)?.bizId).toBe('order-119')
  })

  test('a vendor that has less than it says is not asked for ever', async () => {
    withSearch(async ({ offset }) => ({ kind: 'ok', value: { items: offset ? [] : [old()], total: 2 } }))
    expect((await adopt()).campaigns).toMatchObject([{ total: 1 }])
  })

  test.each([
    [1000, 'no error'],
    [1001, 'TOO_MANY_ROWS'],
  ])('of a task of %i: %s', async (count, outcome) => {
    const items = Array.from({ length: count }, () => old({ state: 'verified' }))
    withSearch(async () => ({ kind: 'ok', value: { items, total: count } }))
    expect(await codeOf(adopt())).toBe(outcome)
  })
})
