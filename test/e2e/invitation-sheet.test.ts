import { sandboxOperatorCode } from '../../sandbox/settings'
import { type Journey, openJourney } from '../support/journey'
import { printed } from '../support/pdf'
import { openStage } from '../support/stage'

/** A spreadsheet of invitees, and one sheet of codes to print, through the built functions. */
const operatorId = 'oSheetOperator'
const spreadsheet = (invitees: number) =>
  [
    '姓名,手机号,业务编号',
    ...Array.from({ length: invitees }, (_, index) => {
      const number = index + 1
      return `测试员${number}号,138${String(number).padStart(8, '0')},order-${number}`
    }),
  ].join('\n')

describe.each([
  ['plain links', 300, {}, /^https:\/\/invite\.example\.com\/i\?i=([\w-]{22})$/],
  [
    'mini-program codes, where there are no plain links',
    50,
    { INVITATION_LINK: '' },
    /\/scan\?page=pages%2Fscan%2Findex&scene=i%3D([\w-]{22})$/,
  ],
])('%s', (_form, invitees, env, content) => {
  const stage = openStage({
    world: { env },
    prepare: world => world.action(operatorId, 'operator.claim', { code: sandboxOperatorCode }),
  })
  /** One phone through all tests: each goes on where the one before has stopped. */
  let operator: Journey
  beforeAll(async () => {
    operator = await openJourney(stage.browser, stage.world.url, operatorId)
  })

  test('a spreadsheet becomes invitations', async () => {
    await operator.tap('workplace')
    await operator.page.locator('#batches:visible').waitFor()
    await operator.tap('invitations')
    await operator.tap('invitation-many')
    await operator.fill('title', '供应商入驻')
    await operator.tap('choose-file')
    await operator.agreePrivacy()
    await operator.chooseFile('供应商.csv', 'text/csv', Buffer.from(spreadsheet(invitees)))
    await operator.tap('create')
    await operator.page
      .locator('#campaign-head:visible')
      .filter({ hasText: String(invitees) })
      .waitFor()
    await operator.screenshot('campaign')
    expect(operator.errors).toEqual([])
  })

  test('the phone opens the sheet', async () => {
    await operator.tap('sheet-1')
    await operator.shows('供应商入驻.pdf')
    await operator.screenshot('campaign-sheet')
  })

  test('every code of the sheet is read, and opens the invitation of its line', async () => {
    const list = await stage.world.action(operatorId, 'invitation.campaigns', {})
    const campaignId = list.ok ? (list.data.items[0]?.id ?? '') : ''
    const sheet = await stage.world.action(operatorId, 'invitation.sheet', { campaignId })
    if (!sheet.ok) throw new Error(sheet.error.code)
    expect(sheet.data).toMatchObject({ name: '供应商入驻.pdf', codes: invitees, part: 1, parts: 1 })
    const pages = await printed(Buffer.from(await (await fetch(sheet.data.url)).arrayBuffer()))
    const codes = pages.flatMap(page => page.codes).filter(code => code !== '')
    expect(codes).toHaveLength(invitees)
    const tokens = codes.map(code => content.exec(code)?.[1] ?? `unreadable: ${code}`)
    expect(new Set(tokens).size).toBe(invitees)
    for (const [index, token] of tokens.entries()) {
      const offer = await stage.world.action(`oSheetInvitee${index}`, 'invitation.open', { token })
      expect(offer).toMatchObject({
        ok: true,
        data: {
          standing: 'open',
          terms: { filledIn: [{ field: 'name' }, { field: 'mobile', text: mobileOf(index + 1) }] },
        },
      })
    }
    const lines = pages.flatMap(page => page.lines)
    for (const number of [1, invitees / 2, invitees]) expect(lines).toContain(`order-${number}`)
  })

  test('its file is gone within the hour', async () => {
    await stage.world.cloud.fireTimer('sweep')
    const list = await stage.world.action(operatorId, 'invitation.campaigns', {})
    const campaignId = list.ok ? (list.data.items[0]?.id ?? '') : ''
    const sheet = await stage.world.action(operatorId, 'invitation.sheet', { campaignId })
    if (!sheet.ok) throw new Error(sheet.error.code)
    expect((await fetch(sheet.data.url)).status).toBe(200)
    for (const id of await stage.world.idsOf('files'))
      await stage.world.setField('files', id, { expiresAt: 1 })
    await stage.world.cloud.fireTimer('sweep')
    expect((await fetch(sheet.data.url)).status).toBe(404)
    expect(await stage.world.idsOf('files')).toEqual([])
  })
})

const mobileOf = (number: number): string => `138****${String(number).padStart(4, '0')}`
