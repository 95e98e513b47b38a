import type { Locator } from 'playwright-core'
import { sandboxOperatorCode } from '../../sandbox/settings'
import { decodeQr } from '../support/decode-qr'
import { freshMobile, type Journey, type Launch } from '../support/journey'
import { openStage } from '../support/stage'
import { testPerson } from '../support/world'

/** An operator invites, the code is read by a decoder nobody here wrote, and whoever scans it walks through to the end. */
const operatorId = 'oInviteOperator'
const stage = openStage({
  prepare: world => world.action(operatorId, 'operator.claim', { code: sandboxOperatorCode }),
})
const phone = stage.arrive
let operator: Journey
beforeEach(async () => {
  operator = await phone(operatorId)
})

/** What a phone makes of a code: the page and, still encoded, the scene. */
function launchOf(content: string): Launch {
  const { searchParams } = new URL(content)
  const scene = searchParams.get('scene') ?? ''
  return { path: searchParams.get('page') ?? '', query: `scene=${encodeURIComponent(scene)}`, scene: 1047 }
}
const scan = (openid: string, content: string) => phone(openid, launchOf(content))

const codeOn = async (image: Locator): Promise<string> => {
  await image.locator('img').waitFor()
  return decodeQr(await image.screenshot())
}

let invited = 0

/** Through the pages: a form, then the code on the screen. Returns the code's content. */
async function invite(vendor: number, fields: { title?: string; lock?: boolean } = {}): Promise<string> {
  invited += 1
  await operator.tap('workplace')
  // The vendors are known once this is offered.
  await operator.page.locator('#batches:visible').waitFor()
  await operator.tap('invitations')
  await operator.tap('invitation-new')
  await operator.fill('title', fields.title ?? `第${invited}号供应商入驻`)
  await operator.fill('name', testPerson.name)
  await operator.fill('mobile', freshMobile())
  if (fields.lock) await operator.page.locator('#lock-name:visible').click()
  await pick('vendor', vendor)
  await operator.tap('create')
  await operator.agreePrivacy()
  const content = await codeOn(operator.page.locator('#code-image:visible'))
  expect(content).toMatch(/\/scan\?page=pages%2Fscan%2Findex&scene=i%3D[\w-]{22}$/)
  return content
}

/** WeChat's list from below. */
async function pick(id: string, index: number) {
  await operator.tap(id)
  const list = operator.page.locator('select:visible')
  await list.selectOption({ index })
  await operator.page.locator('.sim-confirm:visible').click()
  await list.waitFor({ state: 'hidden' })
}

/** From the invitation's page through the form: only what was not filled in is typed. */
async function begin(invitee: Journey) {
  await invitee.tap('begin')
  await invitee.fill('id-number', testPerson.idNumber)
  await invitee.goOn()
  await invitee.tap('start')
  await invitee.agreePrivacy()
}

/** Jumps to the vendor's mini-program, as WeChat allows: from a tap, after its own question. */
async function jump(invitee: Journey) {
  await invitee.tap('handoff-open')
  await invitee.page.getByText('允许', { exact: true }).locator('visible=true').click()
  return invitee.page.frameLocator('iframe')
}

const passes = {
  qiyuesuo: (invitee: Journey) => invitee.act('pass'),
  async ess(invitee: Journey) {
    await (await jump(invitee)).locator('#verify').click()
  },
  async esign(invitee: Journey) {
    const program = await jump(invitee)
    await program.locator('#pass').first().click()
  },
}

test.each([
  ['qiyuesuo', 1],
  ['ess', 2],
  ['esign', 3],
] as const)('invited, scanned, verified by %s, and the operator sees it', async (vendor, place) => {
  const content = await invite(place)
  await operator.screenshot(`invitation-code-${vendor}`)
  const invitee = await scan(`oInvitee-${vendor}`, content)
  await invitee.shows(`第${invited}号供应商入驻`)
  await invitee.shows('测试**')
  await invitee.screenshot(`invitation-offer-${vendor}`)
  await begin(invitee)
  await passes[vendor](invitee)
  await invitee.status('认证成功')
  await invitee.screenshot(`invitation-verified-${vendor}`)
  expect(invitee.errors).toEqual([])

  await operator.page.evaluate('__sim.pullDownRefresh()')
  await operator.page.locator('#status:visible').filter({ hasText: '已认证' }).waitFor()
  await operator.screenshot(`invitation-seen-${vendor}`)
  await operator.page.locator('#person-1:visible').click()
  await operator.shows('测试**')
  await operator.screenshot(`case-${vendor}`)
  expect(operator.errors).toEqual([])
})

test('second scan, foreign scan, taken back, expired, damaged: each has a screen of its own', async () => {
  const content = await invite(1)
  const first = await scan('oInviteeFirst', content)
  await begin(first)
  await first.plugin.locator('#pass').waitFor()
  await first.back()
  await first.status('认证进行中')

  const again = await scan('oInviteeFirst', content)
  await again.page.locator('#mine:visible').waitFor()
  await again.screenshot('offer-mine')
  await again.tap('look')
  await again.status('认证进行中')

  const foreign = await scan('oInviteeForeign', content)
  await foreign.page.locator('#invitation-taken:visible').waitFor()
  expect(await foreign.page.locator('body').innerText()).not.toContain('测试')
  await foreign.screenshot('offer-taken')

  await operator.tap('revoke')
  await operator.tap('revoke-yes')
  await operator.page.locator('#status:visible').filter({ hasText: '已收回' }).waitFor()
  const late = await scan('oInviteeLate', content)
  await late.page.locator('#invitation-revoked:visible').waitFor()
  await late.screenshot('offer-revoked')

  const expired = await scan('oInviteeLate', await expiredCode())
  await expired.page.locator('#invitation-expired:visible').waitFor()
  await expired.screenshot('offer-expired')

  for (const scene of [
    'i%3Dtoo-short',
    '%25E0%25A4%25A',
    'x%3D1',
    encodeURIComponent(`i=${'A'.repeat(23)}`),
  ]) {
    const damaged = await phone('oInviteeLate', {
      path: 'pages/scan/index',
      query: `scene=${scene}`,
      scene: 1047,
    })
    await damaged.page.locator('#stop-unknown:visible').waitFor()
    expect(damaged.errors).toEqual([])
    if (scene === 'x%3D1') await damaged.screenshot('scan-damaged')
  }
  const unknown = await phone('oInviteeLate', {
    path: 'pages/scan/index',
    query: `scene=${encodeURIComponent(`i=${'A'.repeat(22)}`)}`,
    scene: 1047,
  })
  await unknown.page.locator('[id^=invitation-]:visible').waitFor()
  await unknown.screenshot('offer-unknown')
})

/** The content of a code whose invitation has run out. */
async function expiredCode(): Promise<string> {
  const made = await stage.world.action(operatorId, 'invitation.create', {
    clientKey: 'key-expired-00000001',
    subject: 'person',
    title: '过期的邀请',
    days: 1,
  })
  if (!made.ok) throw new Error(made.error.code)
  const { id } = made.data.invitation
  const code = await stage.world.action(operatorId, 'invitation.code', { id, form: 'miniProgramCode' })
  if (!code.ok) throw new Error(code.error.code)
  // The clock of the functions is the machine's: what ends is brought forward instead.
  await stage.world.setField('invitations', id, { expiresAt: Date.now() - 1000, dueAt: Date.now() - 1000 })
  return decodeQr(code.data.image ?? '')
}

test('who was verified goes on from the last page, and it says so once', async () => {
  const content = await invite(1, { lock: true })
  const invitee = await scan('oInviteeFinishes', content)
  await begin(invitee)
  await invitee.act('pass')
  await invitee.status('认证成功')
  await invitee.page.locator('#to-invitation:visible').click()
  await invitee.page.locator('#way-on:visible').waitFor()
  await invitee.screenshot('offer-way-on')
  await invitee.tap('finish')
  await invitee.page.locator('#finished:visible').waitFor()
  await operator.page.evaluate('__sim.pullDownRefresh()')
  await operator.page.locator('#status:visible').filter({ hasText: '已完成' }).waitFor()
})

test('the poster carries the same code, and goes into the album', async () => {
  const content = await invite(1, { title: '海报上的标题' })
  await operator.tap('poster-make')
  await operator.page.locator('#poster:visible').waitFor()
  await operator.screenshot('poster-page')
  await operator.tap('poster-save')
  await operator.page.waitForFunction('__sim.album().length === 1')
  const bytes = await operator.page.evaluate('Array.from(__sim.album()[0])')
  expect(decodeQr(Buffer.from(bytes as number[]))).toBe(content)
})

test('begun on a computer, done on the phone: the computer follows and goes on', async () => {
  const content = await invite(1)
  const computer = await phone('oInviteeDesk', { ...launchOf(content), platform: 'windows' })
  await computer.tap('begin')
  const code = computer.page.locator('#code:visible')
  const handed = await codeOn(code)
  expect(await computer.page.locator('body').innerText()).not.toContain('测试')
  await computer.screenshot('handover-code')
  const invitee = await scan('oInviteeDesk', handed)
  await computer.shows('手机')
  await begin(invitee)
  await invitee.act('pass')
  await invitee.status('认证成功')
  await computer.status('认证成功')
  await computer.screenshot('handover-done')
  expect(computer.errors).toEqual([])
})

test('the number WeChat knows fills the field, and typing stays possible', async () => {
  await operator.tap('start')
  await operator.page.locator('#mobile-fill:visible').click()
  await operator.agreePrivacy()
  await operator.page.getByText('允许', { exact: true }).locator('visible=true').click()
  await operator.page.waitForFunction(`document.querySelector('#mobile input')?.value === '13800000000'`)
  await operator.fill('mobile', '13900139000')
  expect(await operator.page.locator('#mobile:visible input').inputValue()).toBe('13900139000')
})

test('the workplace shows the figures of all that', async () => {
  await operator.tap('workplace')
  await operator.page.locator('#funnel:visible').waitFor()
  await operator.page.locator('#vendors:visible').waitFor()
  await operator.screenshot('workplace')
  await operator.tap('verifications')
  await operator.page.locator('[id^=case-v_]:visible').first().waitFor()
  await operator.screenshot('workplace-verifications')
})
