import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../sandbox/simulator/chromium'
import { creditCode } from '../support/batch-world'
import { freshMobile, type Journey, openJourney } from '../support/journey'
import { type LocalWorld, openLocalWorld } from '../support/local-world'
import { residentId } from '../support/world'

/** Tencent ESS as an ordinary way to verify: the same pages as for every vendor, and a jump to its mini-program. */
let world: LocalWorld
let browser: Browser
let journey: Journey
let people = 0

beforeAll(async () => {
  world = await openLocalWorld()
  browser = await launchBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await world?.close()
})
beforeEach(async () => {
  await world.atEss('/__sandbox/reset', {})
  people += 1
  journey = await openJourney(browser, world.url, `oEss${people}`)
})
afterEach(() => journey.close())

jest.setTimeout(300_000)

const names = ['测试员赵', '测试员钱', '测试员孙', '测试员李', '测试员周', '测试员吴', '测试员郑', '测试员王']
const name = () => names[people % names.length] ?? ''

async function submitPerson() {
  await journey.tap('start')
  await journey.tap('vendor-ess')
  await journey.fill('name', name())
  await journey.fill('id-number', residentId(people))
  await journey.fill('mobile', freshMobile())
  await journey.tap('consent')
  await journey.screenshot('ess-form')
  await journey.tap('start')
  await journey.agreePrivacy()
}

async function statesOf(openid: string) {
  const answer = await world.action(openid, 'verification.list', {})
  return answer.ok ? answer.data.items.map(({ state }) => state) : []
}

async function submitOrganization() {
  await journey.tap('start-organization')
  await journey.tap('vendor-ess')
  await journey.fillOrganization(`示例第${people}号电子签有限公司`, creditCode(9000 + people))
  await journey.tap('start')
  await journey.agreePrivacy()
}

/** Jumps, as WeChat allows: from a tap, after its own question. */
async function jump() {
  await journey.tap('handoff-open')
  await journey.page.getByText('允许', { exact: true }).locator('visible=true').click()
  return journey.page.frameLocator('iframe')
}

test('a person passes in 电子签 and is verified', async () => {
  await submitPerson()
  await journey.page.locator('#handoff-open:visible').waitFor()
  await journey.screenshot('ess-panel')
  const program = await jump()
  await program.locator('#verify').waitFor()
  await journey.screenshot('ess-person')
  await program.locator('#verify').click()
  // The vendor's mini-program leaves by itself after success.
  await journey.status('认证成功')
  await journey.shows('这次认证之前您还没有实名')
  await journey.screenshot('ess-verified')
  expect(journey.errors).toEqual([])
})

test('a person fails there, comes back, and nothing claims success', async () => {
  await submitPerson()
  const program = await jump()
  await program.locator('#fail').click()
  await program.locator('#return').click()
  await journey.page.locator('#status-title:visible').waitFor()
  const title = await journey.page.locator('#status-title:visible').textContent()
  expect(title).not.toContain('成功')
  await journey.screenshot('ess-not-verified')
  // The vendor never says "failed" about a person: the way stays open.
  await journey.tap('open')
  const again = await jump()
  await again.locator('#verify').click()
  await journey.status('认证成功')
})

test('who walked away goes on another day', async () => {
  await submitPerson()
  const program = await jump()
  await program.locator('#verify').waitFor()
  await journey.close()
  journey = await openJourney(browser, world.url, `oEss${people}`)
  await journey.tap('resume')
  await journey.tap('open')
  const again = await jump()
  await again.locator('#verify').click()
  await journey.status('认证成功')
})

test('who was verified before is known again; a stranger with the same card only hears that somebody was', async () => {
  await submitPerson()
  const program = await jump()
  await program.locator('#verify').click()
  await journey.status('认证成功')
  await journey.close()
  const same = people
  journey = await openJourney(browser, world.url, `oEssOther${same}`)
  await submitPerson()
  await journey.status('此前已完成认证')
  await journey.shows('不能证明正在使用手机的就是本人')
  await journey.screenshot('ess-already')
  expect(await statesOf(`oEssOther${same}`)).toEqual(['rejected'])
  await journey.close()
  journey = await openJourney(browser, world.url, `oEss${same}`)
  await submitPerson()
  await journey.status('认证成功')
  await journey.shows('已确认账号是您本人的')
})

test('the vendor’s form needs name and number, and says so', async () => {
  await journey.tap('start')
  await journey.tap('vendor-ess')
  await journey.fill('mobile', freshMobile())
  await journey.tap('consent')
  await journey.screenshot('ess-form-required')
  expect(
    await journey.page
      .locator('button#start:visible:not([disabled]), #start:visible:not([disabled])')
      .count(),
  ).toBe(0)
})

test('an organization passes; another one’s letter is turned down', async () => {
  await submitOrganization()
  const program = await jump()
  await program.locator('#pass').click()
  await journey.status('认证成功')
  await journey.screenshot('ess-organization')
  await journey.close()
  people += 1
  journey = await openJourney(browser, world.url, `oEss${people}`)
  await submitOrganization()
  const other = await jump()
  await other.locator('#submit').click()
  await other.locator('#authorize:not([disabled])').click()
  await other.locator('#reject-letter:not([disabled])').click()
  await other.locator('#return').click()
  await journey.status('认证未通过')
  await journey.shows('授权书')
  await journey.screenshot('ess-letter-rejected')
})
