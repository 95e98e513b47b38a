import { sandboxOperatorCode } from '../../sandbox/settings'
import { creditCode } from '../support/batch-world'
import { freshMobile, phoneNumber } from '../support/journey'
import { openStage } from '../support/stage'
import { testPerson } from '../support/world'

/** e签宝: its mini-program, its links, the picture of its flows, and the invitations of earlier years. */
let people = 0

function inWorld(env: Record<string, string>) {
  const openid = () => `oEsign${people}`
  const stage = openStage({
    world: { env },
    async before(world) {
      await world.atEsign('/__sandbox/reset', {})
      people += 1
    },
    openid,
  })

  return {
    world: () => stage.world,
    journey: () => stage.journey,
    async reopen() {
      await stage.journey.close()
      return stage.arrive(openid())
    },
    submitPerson: (mobile = freshMobile()) =>
      stage.journey.submit({ name: '测试员冯', mobile, vendor: 'esign' }),
    submitOrganization: () =>
      stage.journey.submitOrganization(`示例第${people}号签约有限公司`, {
        registerNumber: creditCode(7000 + people),
        vendor: 'esign',
      }),
    async jump() {
      await stage.journey.tap('handoff-open')
      await stage.journey.page.getByText('允许', { exact: true }).locator('visible=true').click()
      return stage.journey.page.frameLocator('iframe')
    },
  }
}

describe('v2', () => {
  const here = inWorld({ ESIGN_PRODUCT: 'v2', ESIGN_LEGACY_INVITATIONS: '1' })

  test('a person passes in e签宝’s mini-program and is verified, with the picture of the flow', async () => {
    await here.submitPerson()
    await here.journey().screenshot('esign-panel')
    const program = await here.jump()
    await program.locator('#way-telecom').waitFor()
    await here.journey().screenshot('esign-ways')
    await program.locator('#way-telecom').click()
    await program.locator('#submit').waitFor()
    await here.journey().screenshot('esign-form')
    await program.locator('#pass').click()
    await program.locator('#return').click()
    await here.journey().status('认证成功')
    await here.journey().shows('手机号三要素')
    await here.journey().screenshot('esign-verified')
    expect(here.journey().errors).toEqual([])
  })

  test('a person fails, and reads at which step, in our words', async () => {
    await here.submitPerson()
    const program = await here.jump()
    await program.locator('#way-bankCard').click()
    await program.locator('#reason').selectOption('cardMismatch')
    await program.locator('#fail').click()
    await program.locator('#return').click()
    await here.journey().status('认证未通过')
    await here.journey().shows(/银行卡/)
    expect(await here.journey().page.getByText('原因').locator('visible=true').count()).toBe(0)
    await here.journey().screenshot('esign-rejected')
  })

  test('who walks away is not verified, and goes on later', async () => {
    await here.submitPerson()
    const program = await here.jump()
    await program.locator('#way-face').waitFor()
    const journey = await here.reopen()
    await journey.tap('resume')
    await journey.tap('open')
    const again = await here.jump()
    await again.locator('#way-face').click()
    await again.locator('#pass').click()
    await again.locator('#return').click()
    await journey.status('认证成功')
  })

  test('an organization half-way, its agent done: both are drawn', async () => {
    await here.submitOrganization()
    const journey = here.journey()
    await journey.page.locator('#handoff-copy:visible').waitFor()
    await journey.screenshot('esign-organization-link')
    const { flows } = (await here.world().atEsign('/__sandbox/flows')) as {
      flows: { flowId: string; objectType: string }[]
    }
    const flowId = flows.find(({ objectType }) => objectType === 'ORGANIZATION')?.flowId ?? ''
    const act = (body: object) => here.world().atEsign('/__sandbox/act', { flowId, ...body })
    await act({ action: 'choose', way: 'telecom' })
    const { idNumber } = testPerson
    await act({ action: 'submit', values: { name: '测试员甲', idNumber, mobile: '13800138000' } })
    await act({ action: 'submit' })
    await act({ action: 'choose', way: 'transfer' })
    await journey.close()
    const later = await here.reopen()
    await later.tap('resume')
    await later.shows('随机金额打款')
    await later.shows('经办人')
    await later.page.getByText('随机金额打款').first().scrollIntoViewIfNeeded()
    await later.screenshot('esign-outline')
    await act({ action: 'submit', amount: '9.99' })
    await act({ action: 'pass' })
    await later.tap('help')
    await later.tap('refresh')
    await later.status('认证成功')
    expect(later.errors).toEqual([])
  })

  test('an operator looks up an invitation of earlier years', async () => {
    const journey = here.journey()
    await here.world().action(`oEsign${people}`, 'operator.claim', { code: sandboxOperatorCode })
    await here.world().atEsign('/__sandbox/invitations', {
      invitationId: 'iudi0989ad79',
      inviteType: 'PERSON',
      bizId: 'biz-1',
      status: '1',
      inviteeInfo: { name: '测试员陈', mobile: '13800138000', idNumber: testPerson.idNumber },
    })
    await journey.tap('workplace')
    await journey.tap('legacy')
    await journey.fill('legacy-id', 'iudi0989ad79')
    await journey.tap('legacy-search')
    await journey.shows('biz-1')
    await journey.shows('138****8000')
    await journey.screenshot('esign-legacy')
    expect(await journey.page.locator('body').textContent()).not.toContain(testPerson.idNumber)
    expect(journey.errors).toEqual([])
  })
})

describe('v3, with a shared token', () => {
  const here = inWorld({ ESIGN_PRODUCT: 'v3', ESIGN_AUTHENTICATION: 'token' })

  test('a person passes and is verified', async () => {
    await here.submitPerson()
    const program = await here.jump()
    await program.locator('#pass').click()
    await program.locator('#return').click()
    await here.journey().status('认证成功')
    expect(here.journey().errors).toEqual([])
  })

  test('verified before, says the vendor: the number that WeChat confirms shows by whom', async () => {
    await here.submitPerson(phoneNumber)
    const program = await here.jump()
    await program.locator('#pass').click()
    await program.locator('#return').click()
    await here.journey().status('认证成功')
    const journey = await here.reopen()
    await here.submitPerson(phoneNumber)
    await journey.status('还差一步')
    await journey.screenshot('esign-confirm-number')
    await journey.tap('confirm-number')
    await journey.allowNumber()
    await journey.status('认证成功')
    await journey.shows('已确认账号是您本人的')
    expect(journey.errors).toEqual([])
  })

  test('an organization jumps as well, and passes', async () => {
    await here.submitOrganization()
    const program = await here.jump()
    await program.locator('#pass').click()
    await program.locator('#return').click()
    await here.journey().status('认证成功')
    await here.journey().screenshot('esign-organization-verified')
  })
})
