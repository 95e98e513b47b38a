import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { eventually } from '../support/eventually'
import { openJourney } from '../support/journey'
import { openLocalWorld } from '../support/local-world'
import { openStage } from '../support/stage'
import { testOrganization } from '../support/world'

/** Companies and contracts through the compiled mini-program, the built functions and the simulated vendor. */
let people = 0
const stage = openStage({
  async before(world) {
    await world.vendorPost('/__sandbox/reset', {})
    people += 1
  },
  openid: () => `oCompany${people}`,
})

const name = () => `测试第${people}有限公司`

test('a company passes and is verified', async () => {
  await stage.journey.submitOrganization(name())
  await stage.journey.plugin.locator('#pass').waitFor()
  await stage.journey.screenshot('company-plugin')
  await stage.journey.act('pass')
  await stage.journey.status('认证成功')
  await stage.journey.shows(name())
  await stage.journey.screenshot('company-verified')
  expect(stage.journey.errors).toEqual([])
})

test('the authorization letter is rejected: the page says that it was the letter', async () => {
  await stage.journey.submitOrganization(name())
  await stage.journey.act('basic-pass', 'letter-fail')
  await stage.journey.status('认证未通过')
  await stage.journey.shows('授权书')
  await stage.journey.screenshot('company-letter-rejected')
})

test('a company that is verified already gets a helpful screen, not an error', async () => {
  await stage.journey.submitOrganization(name())
  await stage.journey.act('pass')
  await stage.journey.status('认证成功')
  await stage.journey.close()
  await stage.arrive(`oOtherOperator${people}`)
  await stage.journey.submitOrganization(name())
  await stage.journey.shows('此前已')
  await stage.journey.screenshot('company-already')
  expect(stage.journey.errors).toEqual([])
})

test('a credit code with a wrong check sign is said at its field', async () => {
  await stage.journey.tap('start-organization')
  await stage.journey.type({ 'organization-name': name(), 'register-number': '91110000MA0TEA001D' })
  await stage.journey.tap('to-how')
  await stage.journey.page.locator('#error-register-number:visible').filter({ hasText: /./ }).waitFor()
  await stage.journey.screenshot('company-form-error')
})

const licenceCanary = 'licence-image-canary'
const jpg = (bytes: number) =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(licenceCanary), Buffer.alloc(bytes, 7)])

async function chooseLicence(file: string, content: Buffer) {
  await stage.journey.tap('licence-album')
  await stage.journey.page
    .locator('input.sim-file')
    .setInputFiles({ name: file, mimeType: 'image/jpeg', buffer: content })
  await stage.journey.page.getByText('确定', { exact: true }).locator('visible=true').click()
}

test('a licence is looked at before upload: wrong type, too large, then right, passed on and deleted', async () => {
  await stage.journey.tap('start-organization')
  await stage.journey.type({
    'organization-name': name(),
    'register-number': testOrganization.registerNumber,
    'legal-person': testOrganization.legalPerson,
    'applicant-name': testOrganization.applicant.name,
    'applicant-mobile': testOrganization.applicant.contact.value,
  })
  await stage.journey.tap('to-how')
  await stage.journey.tap('licence-album')
  await stage.journey.agreePrivacy()
  const input = stage.journey.page.locator('input.sim-file')
  await input.setInputFiles({
    name: 'a.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('<html>not an image</html>'),
  })
  await stage.journey.page.getByText('确定', { exact: true }).locator('visible=true').click()
  await stage.journey.page.locator('#error-licence:visible').filter({ hasText: /JPG/ }).waitFor()
  await eventually(() => stage.journey.isOnScreen('error-licence'))
  await stage.journey.screenshot('licence-wrong-type')
  await chooseLicence('b.jpg', jpg(6 * 1024 * 1024))
  await stage.journey.page.locator('#error-licence:visible').filter({ hasText: /5/ }).waitFor()
  await stage.journey.screenshot('licence-too-large')
  await chooseLicence('c.jpg', jpg(20_000))
  await stage.journey.page.locator('#licence:visible').waitFor()
  await stage.journey.tap('to-agree')
  await stage.journey.tap('consent')
  await stage.journey.screenshot('company-form')
  await stage.journey.tap('start')
  await stage.journey.plugin.locator('#pass').waitFor()
  const address = await stage.journey.page.locator('iframe').getAttribute('src')
  const ticket = new URL(address ?? '').searchParams.get('ticket') ?? ''
  await stage.journey.act('pass')
  await stage.journey.status('认证成功')
  expect(await stage.world.vendorCalls('/companyauth/miniappexchangewithlicense')).toBe(1)
  expect(await readdir(path.join(stage.world.dataDir, 'files'))).toEqual([])
  expect(ticket.length).toBeGreaterThan(16)
  const { legalPerson, registerNumber, applicant } = testOrganization
  const canaries = [
    legalPerson,
    registerNumber,
    applicant.name,
    applicant.contact.value,
    ticket,
    licenceCanary,
  ]
  const files = ['documents.sqlite', 'documents.sqlite-wal'].map(file =>
    readFile(path.join(stage.world.dataDir, file)),
  )
  const shown = await stage.journey.page.evaluate('document.body.innerText')
  const everything = Buffer.concat([
    ...(await Promise.all(files)),
    Buffer.from(`${stage.world.printed.join('\n')}${shown}`),
  ])
  expect(everything.includes(name())).toBe(true)
  for (const canary of canaries) expect([canary, everything.includes(canary)]).toEqual([canary, false])
})

async function openContract(number: string) {
  await stage.journey.tap('contract')
  await stage.journey.fill('contract-number', number)
  await stage.journey.tap('contract-open')
  await stage.journey.tap('consent')
}

async function allowPhone(phone: string) {
  await stage.journey.tap('open')
  const dialog = stage.journey.page.locator('.sim-modal-input')
  await stage.journey.page.getByText('同意', { exact: true }).or(dialog).first().waitFor()
  if (!(await dialog.isVisible())) await stage.journey.agreePrivacy()
  await dialog.fill(phone)
  await stage.journey.page.getByText('允许', { exact: true }).click()
}

test('a contract is signed by the number WeChat confirmed; the page claims no more than it knows', async () => {
  await openContract('3000000000000000001')
  await stage.journey.screenshot('contract')
  await allowPhone('13800138000')
  await stage.journey.act('sign')
  await stage.journey.shows('已提交签署，结果以契约锁为准')
  await stage.journey.screenshot('contract-submitted')
  expect(stage.journey.errors).toEqual([])
})

test('a contract is refused: the page says only that one is back', async () => {
  await openContract('3000000000000000001')
  await allowPhone('13800138000')
  await stage.journey.act('refuse')
  await stage.journey.shows('已返回，合同状态以契约锁为准')
  await stage.journey.screenshot('contract-returned')
})

test('somebody else’s contract looks like a missing one', async () => {
  await openContract('3000000000000000001')
  await allowPhone('13900139000')
  await stage.journey.page.locator('#contract-not-visible:visible').waitFor()
  await stage.journey.screenshot('contract-not-visible')
})

test('where the plugin cannot be opened, a link and its code are offered, and the truth arrives all the same', async () => {
  const bare = await openLocalWorld({ plugins: {} })
  const phone = await openJourney(stage.browser, bare.url, 'oNoPlugin')
  try {
    await phone.submitOrganization('测试无插件有限公司')
    await phone.page.locator('#handoff-unavailable:visible').waitFor()
    await phone.screenshot('plugin-absent')
    await phone.tap('handoff-unavailable-action')
    await phone.page.locator('#handoff-panel:visible').waitFor()
    await phone.page.locator('#handoff-qr:visible').waitFor()
    await phone.screenshot('link')
    await phone.tap('handoff-copy')
    const link = await eventually(() => phone.page.evaluate('__sim.clipboard.read()'))
    const elsewhere = await phone.page.context().newPage()
    await elsewhere.goto(String(link))
    await elsewhere.locator('#pass').click()
    await elsewhere.locator('#result-title').waitFor()
    await phone.status('认证成功')
    await phone.shows('通过了这一次认证')
  } finally {
    await phone.close()
    await bare.close()
  }
})

test.each(['signed', 'encrypted'])('%s notices are taken as well', async mode => {
  await stage.world.vendorPost('/__sandbox/callback-mode', { mode })
  await stage.journey.submitOrganization(name())
  await stage.journey.act('basic-fail')
  await stage.journey.status('认证未通过')
  const callbacks = await eventually(async () => {
    const sent = (await outgoing()).filter(each => each.status === 200)
    return sent.length >= 2 && sent
  })
  expect(callbacks.every(each => each.body.includes('content'))).toBe(true)
})

test('an envelope: accepted when right, harmless 100 times at once, refused when anything about it is wrong', async () => {
  await stage.journey.submitOrganization(name())
  await stage.journey.plugin.locator('#pass').waitFor()
  const id = (await outgoingAddress()).split('/').at(-3) ?? ''
  const timestamp = String(Date.now())
  const right = {
    signature: md5(timestamp + callbackKey),
    timestamp,
    content: '{"status":1,"actionEvent":7,"requestId":"1"}',
  }
  const wrong = [
    { ...right, signature: md5(`${timestamp}another-key-0000`) },
    { ...right, signature: right.signature.toUpperCase() },
    { ...right, signature: `0${right.signature.slice(1)}x` },
    { ...right, timestamp: String(Number(timestamp) + 1) },
    { ...right, content: `${right.content}x` },
    { signature: md5(`1700000000000${callbackKey}`), timestamp: '1700000000000', content: right.content },
  ]
  for (const each of wrong) expect(await post(each)).toBe(400)
  const statuses = await Promise.all(Array.from({ length: 100 }, () => post(right)))
  expect(new Set(statuses)).toEqual(new Set([200]))
  const answer = await stage.world.action(`oCompany${people}`, 'verification.get', { id })
  // What it claims, the vendor denies: nothing is verified.
  expect(answer.ok && answer.data.verification.state).toBe('processing')

  async function post(fields: Record<string, string>): Promise<number> {
    const body = new URLSearchParams(fields)
    return (await fetch(await outgoingAddress(), { method: 'POST', body })).status
  }
})

const callbackKey = 'sandbox-callback'
const md5 = (text: string) => createHash('md5').update(text).digest('hex')

interface Logged {
  direction: string
  path: string
  status: number | null
  body: string
}

async function outgoing(): Promise<Logged[]> {
  const log = (await (await fetch(`${stage.world.vendors.qiyuesuo.url}/__sandbox/log`)).json()) as {
    entries: Logged[]
  }
  return log.entries
    .filter(each => each.direction === 'out')
    .map(each => ({ ...each, body: JSON.stringify(each.body) }))
}

/** The notice address of the newest attempt, as the vendor was given it. */
async function outgoingAddress(): Promise<string> {
  const log = (await (await fetch(`${stage.world.vendors.qiyuesuo.url}/__sandbox/log`)).json()) as {
    entries: { path: string; body: unknown }[]
  }
  const tickets = log.entries.filter(each => each.path === '/companyauth/miniappexchange')
  const found = /http[^"\\]+\/callback\/[^"\\]+/.exec(JSON.stringify(tickets.at(-1)?.body))
  if (!found) throw new Error('no notice address was given')
  return found[0]
}
