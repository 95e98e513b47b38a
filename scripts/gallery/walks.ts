import { headingLine, line } from '../../test/support/batch-world'
import { decodeQr } from '../../test/support/decode-qr'
import { freshMobile } from '../../test/support/journey'
import type { GalleryPhone } from './phone'

type Walk = (phone: GalleryPhone) => Promise<void>

const csv = (lines: string[]) => Buffer.from(`\ufeff${lines.join('\r\n').replaceAll('\t', ',')}`)

/** A person from the first page to the end. */
const person: Walk = async phone => {
  await phone.go('oGalleryPerson')
  await phone.shot('home')
  await phone.tap('start')
  await phone.shot('form')
  await phone.fill('id-number', '1101011990030700')
  await phone.tap('to-how')
  await phone.shot('form-faults')
  await phone.type({ name: '测试员甲', 'id-number': '110101199001010015', mobile: freshMobile() })
  await phone.tap('to-how')
  await phone.shot('how')
  await phone.tap('change-mode')
  await phone.shot('modes')
  await phone.tap('mode-keep')
  await phone.tap('to-agree')
  await phone.tap('consent')
  await phone.shot('agree')
  await phone.go('oGalleryPerson')
  await phone.submit({ mobile: freshMobile() })
  await phone.plugin.locator('#pass').waitFor()
  await phone.shot('vendor')
  await phone.act('pass')
  await phone.status(/./)
  await phone.shot('result')
  await phone.page.locator('#status-title:visible').evaluate(each => each.closest('main')?.scrollTo(0, 9999))
  await phone.shot('result-below')
}

/** What is kept about somebody, and the pages that are opened from elsewhere. */
const elsewhere: Walk = async phone => {
  await phone.go('oGalleryPerson', 'packages/verify/my-data/index')
  await phone.shot('my-data')
  await phone.go('oGalleryPerson', 'pages/scan/index', 'scene=i%3Dnothing')
  await phone.shot('scan-unknown')
  await phone.go('oGalleryPerson', 'packages/verify/handover/index', 'subject=person')
  await phone.shot('handover')
  await phone.go('oGalleryPerson', 'packages/verify/contract/index', 'contractId=1')
  await phone.shot('contract')
}

/** What does not end well, and what has not ended. */
const otherEnds: Walk = async phone => {
  await phone.go('oGalleryUnlucky', 'pages/records/index')
  await phone.shot('records-empty')
  await phone.go('oGalleryUnlucky')
  await phone.submit({ mobile: freshMobile() })
  await phone.act('fail')
  await phone.status(/./)
  await phone.shot('rejected')
  await phone.go('oGalleryReviewed')
  await phone.submit({ mobile: freshMobile() })
  await phone.act('review')
  await phone.status(/./)
  await phone.shot('reviewing')
  await phone.go('oGalleryReviewed')
  await phone.shot('home-open-one')
  await phone.tap('resume')
  await phone.status(/./)
  await phone.shot('reviewing-reopened')
  await phone.go('oGalleryReviewed', 'pages/records/index')
  await phone.shot('records')
}

const organization: Walk = async phone => {
  await phone.go('oGalleryFirm')
  await phone.tap('start-organization')
  await phone.shot('form')
  await phone.fillOrganization('示例第九号贸易有限公司')
  await phone.shot('form-filled')
}

/** The network is gone. */
const offline: Walk = async phone => {
  await phone.go('oGalleryOffline')
  await phone.page.locator('#start:visible').waitFor()
  await phone.offline(true)
  await phone.tap('records')
  await phone.shot('records')
  await phone.offline(false)
}

const workplace: Walk = async phone => {
  await phone.go('oGalleryStranger')
  await phone.tap('workplace')
  await phone.shot('claim')
  await phone.go(phone.owner)
  await phone.tap('workplace')
  await phone.shot('home')
  for (const [name, page] of Object.entries({
    operators: 'packages/workplace/operators/index',
    verifications: 'packages/workplace/verifications/index',
    invitations: 'packages/workplace/invitations/index',
    campaigns: 'packages/workplace/campaigns/index',
    integration: 'packages/workplace/integration/index',
    health: 'packages/workplace/health/index',
    legacy: 'packages/workplace/legacy/index',
    invite: 'packages/workplace/invite/index',
    request: 'packages/workplace/request/index',
    brand: 'packages/workplace/brand/index',
  })) {
    await phone.go(phone.owner, page)
    await phone.shot(name)
  }
  const cases = await phone.world.action(phone.owner, 'workplace.verifications', { limit: 1 })
  const id = cases.ok ? (cases.data.items[0]?.id ?? '') : ''
  await phone.go(phone.owner, 'packages/workplace/verification/index', `id=${id}`)
  await phone.shot('verification')
}

/** An invitation, from its form to the invitee's page. */
const invitation: Walk = async phone => {
  await phone.go(phone.owner, 'packages/workplace/invite/index')
  await phone.fill('title', '供应商入驻')
  await phone.fill('name', '测试员甲')
  await phone.fill('mobile', '13800138000')
  await phone.tap('create')
  await phone.agreePrivacy()
  await phone.page.locator('#resend:visible').waitFor()
  await phone.shot('ready')
  const list = await phone.world.action(phone.owner, 'invitation.list', { limit: 1 })
  const id = list.ok ? (list.data.items[0]?.id ?? '') : ''
  const code = await phone.world.action(phone.owner, 'invitation.code', { id, form: 'linkCode' })
  const link = code.ok && code.data.image ? decodeQr(code.data.image) : ''
  const token = new URL(link).searchParams.get('i') ?? ''
  await phone.go('oGalleryInvitee', 'packages/verify/invitation/index', `token=${token}`)
  await phone.shot('invitee')
}

const batch: Walk = async phone => {
  await phone.go(phone.owner, 'packages/batch/list/index')
  await phone.shot('list-empty')
  await phone.tap('batch-new')
  await phone.shot('new')
  await phone.tap('choose-file')
  await phone.agreePrivacy()
  const lines = [headingLine, ...Array.from({ length: 6 }, (_, index) => line(index))]
  await phone.chooseFile('名单.csv', 'text/csv', csv(lines))
  await phone.tap('create')
  await phone.page.locator('#board-title:visible').waitFor()
  await phone.shot('board')
  await phone.tap('board-submit')
  await phone.shot('submit')
  await phone.tap('submit-consent')
  await phone.tap('submit-confirm')
  await phone.page.waitForTimeout(5000)
  await phone.shot('board-sent')
  const { id } = await firstBatch(phone)
  const rows = await phone.world.action(phone.owner, 'batch.get', { id, since: 0 })
  const row = rows.ok ? (rows.data.rows[0]?.id ?? '') : ''
  await phone.tap('board-link')
  await phone.shot('links')
  await phone.go(phone.owner, 'packages/batch/list/index')
  await phone.shot('list')
  await phone.go(phone.owner, 'packages/batch/row/index', `rowId=${row}`)
  await phone.shot('row')
}

async function firstBatch({ world, owner }: GalleryPhone): Promise<{ id: string }> {
  const list = await world.action(owner, 'batch.list', { limit: 1 })
  const [batch] = list.ok ? list.data.items : []
  if (!batch) throw new Error('there is no batch')
  return batch
}

export const walks: Readonly<Record<string, Walk>> = {
  person,
  elsewhere,
  otherEnds,
  organization,
  offline,
  workplace,
  invitation,
  batch,
}
