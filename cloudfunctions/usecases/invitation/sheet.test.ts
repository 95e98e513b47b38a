import { createInvitationWorld, type InvitationWorld, operator } from '../../../test/support/invitation-world'
import { printed } from '../../../test/support/pdf'
import { png } from '../../../test/support/png'
import { codeOf } from '../../../test/support/refusal'
import { saveBrand } from '../workplace/brand'
import { importInvitations } from './import'
import { resendInvitation, revokeInvitations } from './manage'
import { invitationSheet } from './sheet'
import { tokenOf } from './token'

const upload = 'cloud://env/licences/0123456789abcdef.png'
const red = png({ width: 20, height: 20, colorType: 2, bits: 8, at: () => [200, 0, 0] })

let world: InvitationWorld
beforeEach(async () => {
  world = await createInvitationWorld()
  // The code itself is of no interest here.
  world.deps.qrImage = async () => `data:image/png;base64,${red.toString('base64')}`
  world.files.set(upload, red)
  await saveBrand(world.deps, operator, { name: '示例集团', color: '#1a5fb4', logoFileId: upload })
})

const day = 24 * 3600_000
const spreadsheet = ['姓名,手机号,业务编号', '测试员甲,13800138000,order-7', ',13800138001,'].join('\n')
async function campaign(title = '供应商入驻'): Promise<string> {
  const answer = await importInvitations(world.deps, operator, {
    clientKey: 'key-import-0000000001',
    subject: 'person',
    title,
    note: '',
    vendor: null,
    mode: null,
    locked: [],
    redirect: null,
    days: 30,
    source: { kind: 'text', text: spreadsheet },
  })
  if (answer.outcome !== 'created') throw new Error(answer.outcome)
  return answer.campaign.id
}
const sheet = (campaignId: string, { part = 1, language = 'zh' as 'zh' | 'en' } = {}) =>
  invitationSheet(world.deps, operator, { campaignId, part, language })
const pdf = () => [...world.files].find(([fileId]) => fileId.endsWith('.pdf'))?.[1]
async function firstPage(language: 'zh' | 'en' = 'zh') {
  await sheet(await campaign(), { language })
  const [page] = await printed(pdf() ?? Buffer.alloc(0))
  return page
}
/** What the codes of a sheet carry, in their order. */
function codes(): string[] {
  const all: string[] = []
  const { qrImage } = world.deps
  world.deps.qrImage = text => {
    all.push(text)
    return qrImage(text)
  }
  return all
}

test('the sheet has the name, the colour and the logo of whoever invites, and whom each code is for', async () => {
  const page = await firstPage()
  expect(page?.lines).toEqual([
    '示例集团 · 供应商入驻 1 / 1',
    '微信扫一扫,按提示完成认证 · 有效期至 2023-12-15',
    '1 测试**',
    'order-7',
    '2 138****8001',
  ])
  expect(page?.colorAt(100, 18)).toEqual([26, 95, 180])
  expect(page?.colorAt(15, 10)).toEqual([200, 0, 0])
})

test('a code with less to say below it stands lower: each is in the middle of its place', async () => {
  const page = await firstPage()
  const heights = Array.from({ length: 120 }, (_, index) => 20 + index / 2)
  const topOf = (x: number) => heights.find(y => String(page?.colorAt(x, y)) === '200,0,0') ?? 0
  const [first, second] = [42, 105].map(topOf)
  expect(first).toBeGreaterThan(20)
  expect(second).toBeGreaterThan(first ?? 0)
})

test('in English, of whoever shows no name of his own', async () => {
  for (const { _id, version } of world.store.all('brands')) await world.store.remove('brands', _id, version)
  const page = await firstPage('en')
  expect(page?.lines[0]).toBe('供应商入驻 1 / 1')
  expect(page?.lines[1]).toBe('Scan with WeChat and follow the steps · valid until 2023-12-15')
})

test('a logo that cannot be had does not keep anybody from printing', async () => {
  for (const fileId of [...world.files.keys()]) world.files.delete(fileId)
  const page = await firstPage()
  expect(page?.colorAt(100, 18)).toEqual([26, 95, 180])
  expect(page?.colorAt(15, 10)).toEqual([255, 255, 255])
})

test('its file is to be fetched at once, and noted to be removed within the hour', async () => {
  const id = await campaign()
  const answer = await sheet(id)
  expect(answer).toEqual({
    name: '供应商入驻.pdf',
    url: expect.stringMatching(/^https:\/\/files\.example\/sheets\/[0-9a-f]{32}\.pdf$/),
    codes: 2,
    part: 1,
    parts: 1,
  })
  const fileId = answer.url.replace('https://files.example/', 'cloud://env/')
  const expiresAt = world.deps.clock() + 3600_000
  const noted = { _id: expect.stringMatching(/^f_[0-9a-f]{32}$/), version: 1, fileId, expiresAt }
  expect(world.store.all('files')).toEqual([noted])
})

test('its codes are those that can still be used, in the order of the spreadsheet, each as it is now', async () => {
  const id = await campaign()
  const [first = '', second = ''] = world.store
    .all('invitations')
    .sort((a, b) => a.number - b.number)
    .map(({ _id }) => _id)
  await resendInvitation(world.deps, operator, { id: second, days: 1, newCode: true })
  const all = codes()
  expect((await sheet(id)).codes).toBe(2)
  expect(all).toEqual([first, second].map((each, index) => linkOf(each, index + 1)))
  // Who has begun may scan it again.
  await world.begin(tokenOf(world.deps, second, 2), 'alice', { invitee: { name: '测试员乙' } })
  expect((await sheet(id)).codes).toBe(2)
  world.pass(day)
  expect((await sheet(id)).codes).toBe(1)
  await revokeInvitations(world.deps, operator, { ids: [first] })
  expect(await codeOf(sheet(id))).toBe('INVITATION_ENDED')
  expect(await codeOf(sheet(`m_${'0'.repeat(32)}`))).toBe('NOT_FOUND')
})
const linkOf = (id: string, edition: number) => `https://example.com/i?i=${tokenOf(world.deps, id, edition)}`

test('without plain links they are WeChat’s round ones; when WeChat makes none, there is no sheet', async () => {
  const scenes: string[] = []
  world.deps.config.invitationLink = null
  world.deps.codes.miniProgramCode = async ({ scene, size }) => {
    scenes.push(`${scene} ${size}`)
    return { type: 'png', bytes: red }
  }
  const id = await campaign()
  expect((await sheet(id)).codes).toBe(2)
  expect(scenes.sort()).toEqual(
    world.store
      .all('invitations')
      .map(({ _id }) => `i=${tokenOf(world.deps, _id, 1)} usual`)
      .sort(),
  )
  world.deps.codes.miniProgramCode = () => Promise.reject(Object.assign(new Error('x'), { errCode: 45009 }))
  expect(await codeOf(sheet(id))).toBe('CODE_UNAVAILABLE')
  expect(world.logged.join()).toContain('"form":"sheet"')
})

test('three hundred fit on one; the rest is another part', async () => {
  const id = await campaign(' 入驻: 第一批 / "甲" ')
  const [one] = world.store.all('invitations')
  if (!one) throw new Error('no invitation')
  const more = Array.from({ length: 299 }, (_, index) => {
    const _id = `${one._id}${index}`
    return { ...one, _id, listKey: _id, tokenHash: _id, number: index + 3 }
  })
  await world.store.insertMany('invitations', more)
  const all = codes()
  expect(await sheet(id, { part: 2 })).toMatchObject({
    name: '入驻 第一批 甲 2.pdf',
    codes: 1,
    part: 2,
    parts: 2,
  })
  expect(all).toEqual([linkOf(`${one._id}298`, 1)])
  expect(await codeOf(sheet(id, { part: 3 }))).toBe('INVITATION_ENDED')
})
