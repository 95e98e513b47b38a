import type { Browser } from 'playwright-core'
import { sandboxOperatorCode } from '../../sandbox/settings'
import { launchBrowser } from '../../sandbox/simulator/chromium'
import { type Journey, openJourney } from '../support/journey'
import { type LocalWorld, openLocalWorld } from '../support/local-world'
import { printed } from '../support/pdf'

/** A spreadsheet of three hundred invitees, and one sheet of codes to print, through the built functions. */
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
}, 300_000)
afterAll(() => browser?.close())
jest.setTimeout(300_000)

const operatorId = 'oSheetOperator'
const spreadsheet = [
  '姓名,手机号,业务编号',
  ...Array.from({ length: 300 }, (_, index) => {
    const number = index + 1
    return `测试员${number}号,138${String(number).padStart(8, '0')},order-${number}`
  }),
].join('\n')

describe.each([
  ['plain links', {}, /^https:\/\/invite\.example\.com\/i\?i=([\w-]{22})$/],
  [
    'mini-program codes, where there are no plain links',
    { INVITATION_LINK: '' },
    /\/scan\?page=pages%2Fscan%2Findex&scene=i%3D([\w-]{22})$/,
  ],
])('%s', (_form, env, content) => {
  let world: LocalWorld
  let operator: Journey
  beforeAll(async () => {
    world = await openLocalWorld({ env })
    await world.action(operatorId, 'operator.claim', { code: sandboxOperatorCode })
    operator = await openJourney(browser, world.url, operatorId)
  }, 240_000)
  afterAll(async () => {
    await operator?.close()
    await world?.close()
  })

  test('a spreadsheet becomes 300 invitations', async () => {
    await operator.tap('workplace')
    await operator.page.locator('#batches:visible').waitFor()
    await operator.tap('invitations')
    await operator.tap('invitation-many')
    await operator.fill('title', '供应商入驻')
    await operator.tap('choose-file')
    await operator.agreePrivacy()
    await operator.chooseFile('供应商.csv', 'text/csv', Buffer.from(spreadsheet))
    await operator.tap('create')
    await operator.page.locator('#campaign-head:visible').filter({ hasText: '300' }).waitFor()
    await operator.screenshot('campaign')
    expect(operator.errors).toEqual([])
  })

  test('the phone opens the sheet', async () => {
    await operator.tap('sheet-1')
    await operator.shows('供应商入驻.pdf')
    await operator.screenshot('campaign-sheet')
  })

  test('every code of the sheet is read, and opens the invitation of its line', async () => {
    const list = await world.action(operatorId, 'invitation.campaigns', {})
    const campaignId = list.ok ? (list.data.items[0]?.id ?? '') : ''
    const sheet = await world.action(operatorId, 'invitation.sheet', { campaignId })
    if (!sheet.ok) throw new Error(sheet.error.code)
    expect(sheet.data).toMatchObject({ name: '供应商入驻.pdf', codes: 300, part: 1, parts: 1 })
    const pages = await printed(Buffer.from(await (await fetch(sheet.data.url)).arrayBuffer()))
    const codes = pages.flatMap(page => page.codes)
    expect(codes).toHaveLength(300)
    const tokens = codes.map(code => content.exec(code)?.[1] ?? `unreadable: ${code}`)
    expect(new Set(tokens).size).toBe(300)
    for (const [index, token] of tokens.entries()) {
      const offer = await world.action(`oSheetInvitee${index}`, 'invitation.open', { token })
      expect(offer).toMatchObject({
        ok: true,
        data: {
          standing: 'open',
          terms: { filledIn: [{ field: 'name' }, { field: 'mobile', text: mobileOf(index + 1) }] },
        },
      })
    }
    const lines = pages.flatMap(page => page.lines)
    for (const number of [1, 150, 300]) expect(lines).toContain(`order-${number}`)
  })

  test('its file is gone within the hour', async () => {
    await world.cloud.fireTimer('sweep')
    const list = await world.action(operatorId, 'invitation.campaigns', {})
    const campaignId = list.ok ? (list.data.items[0]?.id ?? '') : ''
    const sheet = await world.action(operatorId, 'invitation.sheet', { campaignId })
    if (!sheet.ok) throw new Error(sheet.error.code)
    expect((await fetch(sheet.data.url)).status).toBe(200)
    for (const id of await world.idsOf('files')) await world.setField('files', id, { expiresAt: 1 })
    await world.cloud.fireTimer('sweep')
    expect((await fetch(sheet.data.url)).status).toBe(404)
    expect(await world.idsOf('files')).toEqual([])
  })
})

const mobileOf = (number: number): string => `138****${String(number).padStart(4, '0')}`
