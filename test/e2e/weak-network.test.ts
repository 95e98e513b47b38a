import type { ActionInput, ActionName, ActionResults } from '../../cloudfunctions/contract/actions'
import { sandboxOperatorCode } from '../../sandbox/settings'
import { creditCode, headingLine, line, organizationName } from '../support/batch-world'
import { decodeQr } from '../support/decode-qr'
import { eventually } from '../support/eventually'
import { freshMobile, type Journey, type Launch } from '../support/journey'
import { patiently } from '../support/patient'
import { openStage } from '../support/stage'
import { residentId, testOrganization } from '../support/world'

/**
 * Every flow at once, each on a phone whose network takes two seconds and loses one call in five, there or back: whoever
 * presses again comes to the end, and no vendor hears of anything twice. The seeds are those with which the answer to
 * the start itself is lost, which is the worst that can happen to it.
 */
const operator = 'oWeakOperator'
const stage = openStage({
  world: { vendors: { ess: { taskDelayMs: 200 } } },
  prepare: world => world.action(operator, 'operator.claim', { code: sandboxOperatorCode }),
})

const vendors = ['qiyuesuo', 'ess', 'esign'] as const
type Vendor = (typeof vendors)[number]

const phones: Journey[] = []
async function weak(openid: string, seed: number, launch: Launch = {}): Promise<Journey> {
  const phone = await stage.arrive(openid, { ...launch, network: 'weak', seed })
  phones.push(phone)
  return phone
}

const surnames = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈', '褚', '卫']
let people = 0

function somebody() {
  people += 1
  return {
    name: `测试员${surnames[people % surnames.length]}`,
    'id-number': residentId(200 + people),
    mobile: freshMobile(),
  }
}

function someFirm() {
  people += 1
  return {
    'organization-name': `示例第${people}号弱网有限公司`,
    'register-number': creditCode(5000 + people),
    'legal-person': testOrganization.legalPerson,
    'applicant-name': testOrganization.applicant.name,
    'applicant-mobile': freshMobile(),
  }
}

/** From any page to the result, by whatever the pages offer. */
const toTheEnd = (vendor: Vendor, typed: Readonly<Record<string, string>>) => ({
  until: '#status-title',
  says: '认证成功',
  type: typed,
  press: [
    'existing-continue',
    'handoff-open',
    'open',
    'refresh',
    `vendor-${vendor}`,
    'to-how',
    'to-agree',
    'start',
    'begin',
    'look',
  ],
  vendor: ['verify', 'pass', 'return'],
})

const person = (vendor: Vendor, seed: number) => async () => {
  const phone = await weak(`oWeakPerson-${vendor}`, seed)
  await patiently(phone, toTheEnd(vendor, somebody()))
}

const organization = (vendor: Vendor, seed: number) => async () => {
  const phone = await weak(`oWeakFirm-${vendor}`, seed)
  const aim = toTheEnd(vendor, someFirm())
  await patiently(phone, { ...aim, press: ['start-organization', ...aim.press] })
}

/** No jump: the link is opened in a browser. */
const byLink = (vendor: Vendor, seed: number) => async () => {
  const phone = await weak(`oWeakLink-${vendor}`, seed)
  const { press, type } = toTheEnd(vendor, somebody())
  const form = press.filter(id => !['handoff-open', 'open'].includes(id))
  await patiently(phone, { until: '#handoff-copy', type, press: ['use-link', 'help', ...form] })
  await phone.tap('handoff-copy')
  const link = String(await eventually(() => phone.page.evaluate('__sim.clipboard.read()')))
  const browser = await phone.page.context().newPage()
  await browser.goto(link)
  await browser.locator('#verify, #pass').first().click()
  await patiently(phone, { until: '#status-title', says: '认证成功', press: ['refresh'] })
}

async function act<A extends ActionName>(action: A, input: ActionInput<A>): Promise<ActionResults[A]> {
  const answer = await stage.world.action(operator, action, input)
  if (!answer.ok) throw new Error(`${action}: ${answer.error.code}`)
  return answer.data
}

/** What a phone makes of a code. */
function launchOf(content: string): Launch {
  const { searchParams } = new URL(content)
  const scene = searchParams.get('scene') ?? ''
  return { path: searchParams.get('page') ?? '', query: `scene=${encodeURIComponent(scene)}`, scene: 1047 }
}

const invited = (vendor: Vendor, seed: number) => async () => {
  const { invitation } = await act('invitation.create', {
    clientKey: `key-weak-invitation-${vendor}`,
    subject: 'person',
    title: `弱网的邀请 ${vendor}`,
    vendor,
    days: 1,
  })
  const { image } = await act('invitation.code', { id: invitation.id, form: 'miniProgramCode' })
  const phone = await weak(`oWeakInvitee-${vendor}`, seed, launchOf(await decodeQr(image ?? '')))
  await patiently(phone, toTheEnd(vendor, somebody()))
}

/** Begun on a computer, whose network is as weak. */
const handedOver = (seed: number, phoneSeed: number) => async () => {
  const openid = 'oWeakDesk'
  const computer = await weak(openid, seed, { platform: 'windows' })
  await patiently(computer, { until: '#code img', press: ['start'] })
  const code = await decodeQr(await computer.page.locator('#code img').screenshot())
  const phone = await weak(openid, phoneSeed, launchOf(code))
  await patiently(phone, toTheEnd('qiyuesuo', somebody()))
  await patiently(computer, { until: '#status-title', says: '认证成功', press: ['look', 'refresh'] })
}

const firms = [7001, 7002]

/** An operator imports and submits a list, and its administrator goes by the card of the link. */
const batch = (seed: number, administratorSeed: number) => async () => {
  const phone = await weak(operator, seed)
  await patiently(phone, { until: '#choose-file', press: ['batch-new', 'batches', 'workplace'] })
  await phone.tap('choose-file')
  await phone.agreePrivacy()
  const list = [headingLine, ...firms.map(firm => line(firm))].join('\r\n').replaceAll('\t', ',')
  await phone.chooseFile('名单.csv', 'text/csv', Buffer.from(`\ufeff${list}`))
  await patiently(phone, {
    until: '#board-link:not([disabled])',
    press: ['submit-confirm', 'board-submit', 'create'],
  })
  await patiently(phone, { until: '#link-open-1', press: ['link-renew-1', 'board-link'] })
  const [{ id = '' } = {}] = (await act('batch.list', { limit: 1 })).items
  const { links } = await act('batch.links', { id })
  const [path, query] = (links[0]?.link?.page ?? '').split('?')
  const administrator = await weak('oWeakAdministrator', administratorSeed, { path, query })
  await patiently(administrator, { until: 'iframe', press: ['link-open'] })
  await administrator.plugin.locator('#pass-all').click()
  await administrator.plugin.locator('#summary').filter({ hasText: '已认证 2 家' }).waitFor()
  await administrator.plugin.locator('#return').click()
  await stage.world.cloud.fireTimer('sweep')
  await patiently(administrator, { until: '#link-done', press: ['link-refresh'] })
}

const flows: Readonly<Record<string, () => Promise<void>>> = {
  'a person at 契约锁': person('qiyuesuo', 2),
  'a person at 电子签': person('ess', 8),
  'a person at 电子签, by the link': byLink('ess', 5),
  'a person at e签宝': person('esign', 12),
  'an organization at 契约锁': organization('qiyuesuo', 14),
  'an organization at 电子签': organization('ess', 26),
  'an organization at e签宝': organization('esign', 34),
  'an invitation to 契约锁': invited('qiyuesuo', 4),
  'an invitation to 电子签': invited('ess', 6),
  'an invitation to e签宝': invited('esign', 8),
  'handed over to the phone': handedOver(14, 39),
  'a batch and its administrator': batch(439, 11),
}

/** Which attempts of which verifications a vendor was asked to begin, by the references that are ours. */
async function begunAt(vendor: Vendor): Promise<{ id: string; attempt: string }[]> {
  const log = await (await fetch(`${stage.world.vendors[vendor].url}/__sandbox/log`)).json()
  const { entries } = log as { entries: { direction: string; body: unknown }[] }
  return entries.flatMap(({ direction, body }) => {
    if (direction !== 'in') return []
    const { UserData: data = '' } = Object(body)
    const [, id, attempt] =
      /\/callback\/\w+\/(v_\w+)\/(\d+)\//.exec(JSON.stringify(body)) ??
      /^(v_\w+)_(\d+)$/.exec(Buffer.from(String(data), 'base64').toString()) ??
      []
    return id && attempt ? [{ id, attempt }] : []
  })
}

test('whoever presses again comes to the end, and no vendor is asked for anything twice', async () => {
  const stuck: string[] = []
  await Promise.all(
    Object.entries(flows).map(([name, walk]) =>
      walk().catch((error: unknown) => stuck.push(`${name}: ${String(error)}`)),
    ),
  )
  expect(stuck).toEqual([])

  const lost = (await Promise.all(phones.map(({ page }) => page.evaluate<string[]>('__lost')))).flat()
  for (const call of ['verification.start', 'invitation.start', 'handover.create', 'batch.submit'])
    expect(lost).toContain(`answer of ${call}`)

  const people = { qiyuesuo: 4, ess: 4, esign: 3 } as const
  for (const vendor of vendors) {
    const begun = await begunAt(vendor)
    expect([vendor, new Set(begun.map(({ id }) => id)).size]).toEqual([vendor, people[vendor]])
    // Another way in is another attempt, which somebody pressed for; each was asked for once.
    expect(new Set(begun.map(({ id, attempt }) => `${id} ${attempt}`)).size).toBe(begun.length)
  }
  const { organizations } = (await stage.world.atEss('/__sandbox/organizations')) as {
    organizations: { organizationName: string }[]
  }
  const names = organizations.map(({ organizationName: name }) => name)
  for (const firm of firms) expect(names.filter(name => name === organizationName(firm))).toHaveLength(1)
  expect((await act('batch.list', {})).items).toHaveLength(1)
}, 300_000)
