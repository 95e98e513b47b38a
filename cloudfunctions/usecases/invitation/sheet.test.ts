import { createInvitationWorld, type InvitationWorld, operator } from '../../../test/support/invitation-world'
import { printed } from '../../../test/support/pdf'
import { png } from '../../../test/support/png'
import { saveBrand } from '../workplace/brand'
import { importInvitations } from './import'
import { invitationSheet } from './sheet'

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

async function firstPage() {
  const { campaign } = await importInvitations(world.deps, operator, {
    clientKey: 'key-import-0000000001',
    subject: 'person',
    title: '供应商入驻',
    note: '',
    vendor: null,
    mode: null,
    locked: [],
    redirect: null,
    days: 30,
    source: { kind: 'text', text: '姓名,手机号\n测试员甲,13800138000' },
  }).then(answer => {
    if (answer.outcome !== 'created') throw new Error(answer.outcome)
    return answer
  })
  await invitationSheet(world.deps, operator, { campaignId: campaign.id, part: 1, language: 'zh' })
  const pdf = [...world.files].find(([fileId]) => fileId.endsWith('.pdf'))?.[1]
  const [page] = await printed(pdf ?? Buffer.alloc(0))
  return page
}

test('the sheet has the name, the colour and the logo of whoever invites', async () => {
  const page = await firstPage()
  expect(page?.lines[0]).toBe('示例集团 · 供应商入驻 1 / 1')
  expect(page?.colorAt(100, 18)).toEqual([26, 95, 180])
  expect(page?.colorAt(15, 10)).toEqual([200, 0, 0])
})

test('a logo that cannot be had does not keep anybody from printing', async () => {
  for (const fileId of [...world.files.keys()]) world.files.delete(fileId)
  const page = await firstPage()
  expect(page?.colorAt(100, 18)).toEqual([26, 95, 180])
  expect(page?.colorAt(15, 10)).toEqual([255, 255, 255])
})
