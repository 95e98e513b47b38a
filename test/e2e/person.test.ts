import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../sandbox/simulator/chromium'
import { eventually } from '../support/eventually'
import { freshMobile, type Journey, openJourney, phoneNumber } from '../support/journey'
import { type LocalWorld, openLocalWorld, ticketPath } from '../support/local-world'

/** The compiled mini-program in a browser, the built functions, the simulated vendor: a person verifies. */
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
  await world.vendorPost('/__sandbox/reset', {})
  people += 1
  journey = await openJourney(browser, world.url, `oJourney${people}`)
})
afterEach(() => journey.close())

jest.setTimeout(300_000)

const reopened = () => openJourney(browser, world.url, `oJourney${people}`)

test('passes at the vendor, comes back, and is verified', async () => {
  await journey.screenshot('home')
  await journey.submit()
  await journey.plugin.locator('#pass').waitFor()
  await journey.screenshot('plugin')
  await journey.act('pass')
  await journey.status('认证成功')
  await journey.screenshot('verified')
  expect(journey.errors).toEqual([])
})

test('fails, learns why it may have failed, corrects the form and passes', async () => {
  await journey.submit()
  await journey.act('fail')
  await journey.status('认证未通过')
  await journey.screenshot('rejected')
  await journey.tap('restart')
  expect(await journey.page.locator('#name:visible input').inputValue()).not.toBe('')
  await journey.screenshot('form-again')
  await journey.tap('consent')
  await journey.tap('start')
  await journey.act('pass')
  await journey.status('认证成功')
  expect(journey.errors).toEqual([])
})

test('manual review is a place to rest; its result is there on the next visit', async () => {
  const mobile = freshMobile()
  await journey.submit({ mobile })
  await journey.act('review')
  await journey.status('人工审核中')
  await journey.screenshot('reviewing')
  await journey.close()
  await world.vendorPost('/__sandbox/review', { contact: mobile, outcome: 'pass' })
  journey = await reopened()
  await journey.tap('records')
  await journey.shows('认证成功')
  await journey.screenshot('records')
})

test('leaves half-way, comes back another time and resumes', async () => {
  await journey.submit()
  await journey.plugin.locator('#pass').waitFor()
  await journey.close()
  journey = await reopened()
  await journey.shows('继续')
  await journey.screenshot('home-resume')
  await journey.tap('resume')
  await journey.tap('open')
  await journey.act('pass')
  await journey.status('认证成功')
  expect(await world.vendorCalls(ticketPath)).toBe(2)
})

test('the back arrow on the vendor’s page is no result, and nothing is stuck', async () => {
  await journey.submit()
  await journey.plugin.locator('#pass').waitFor()
  await journey.back()
  await journey.status('认证进行中')
  await journey.screenshot('processing')
  await journey.tap('open')
  await journey.act('pass')
  await journey.status('认证成功')
})

test('the callback is lost and the user gone: the sweep finds out, the number being his own', async () => {
  await world.next({ outcome: 'pass', callback: 'missing' })
  await journey.fillPerson()
  await journey.tap('mobile-fill')
  await journey.agreePrivacy()
  await journey.allowNumber()
  await journey.page.waitForFunction(`document.querySelector('#mobile input')?.value === '${phoneNumber}'`)
  await journey.tap('start')
  await journey.plugin.locator('#pass').click()
  await journey.plugin.locator('#return').waitFor()
  const id = await eventually(async () => {
    const answer = await world.action(`oJourney${people}`, 'verification.list', {})
    return answer.ok && answer.data.items[0]?.state === 'processing' ? answer.data.items[0].id : null
  })
  await journey.close()
  await eventually(async () => {
    await world.cloud.fireTimer('sweep')
    const answer = await world.action(`oJourney${people}`, 'verification.get', { id })
    return answer.ok && answer.data.verification.state === 'verified'
  }, 240_000)
  journey = await reopened()
  await journey.tap('records')
  await journey.shows('认证成功')
})

test('the callback is lost but the user comes back: his number, confirmed by WeChat, makes the account his', async () => {
  await world.next({ outcome: 'pass', callback: 'missing' })
  await journey.submit({ mobile: phoneNumber })
  await journey.act('pass')
  await journey.status('还差一步')
  await journey.shows('用微信手机号确认')
  await journey.screenshot('confirm-number')
  await journey.tap('confirm-number')
  await journey.allowNumber()
  await journey.status('认证成功')
  await journey.shows('已确认账号是您本人的')
  await journey.screenshot('verified-owned')
  expect(journey.errors).toEqual([])
})

test('a stranger’s number, verified long ago: WeChat knows another one, and nothing succeeds', async () => {
  const mobile = freshMobile()
  await journey.submit({ mobile })
  await journey.act('pass')
  await journey.status('认证成功')
  await journey.close()
  journey = await openJourney(browser, world.url, `oStranger${people}`)
  await journey.submit({ mobile })
  await journey.plugin.locator('#pass').waitFor()
  await journey.back()
  await journey.status('还差一步')
  await journey.tap('confirm-number')
  await journey.allowNumber()
  await journey.shows('与填写的不同')
  await journey.screenshot('confirm-number-differs')
  await journey.status('还差一步')
})

test('the callback overtakes the user', async () => {
  await world.next({ outcome: 'pass', callback: 'before-return' })
  await journey.submit()
  await journey.plugin.locator('#pass').click()
  await journey.plugin.locator('#return').waitFor()
  await eventually(async () => {
    const answer = await world.action(`oJourney${people}`, 'verification.list', {})
    return answer.ok && answer.data.items[0]?.state === 'verified'
  })
  await journey.plugin.locator('#return').click()
  await journey.status('认证成功')
  await journey.shows('通过了这一次认证')
})

test('a callback that comes twice changes nothing the second time', async () => {
  await world.next({ outcome: 'pass', callback: 'duplicate' })
  await journey.submit()
  await journey.act('pass')
  await journey.status('认证成功')
  expect(journey.errors).toEqual([])
})

test('an expired ticket: the vendor’s page says so, the way back leads on', async () => {
  await journey.submit()
  await journey.plugin.locator('#pass').waitFor()
  const id = await eventually(async () => {
    const answer = await world.action(`oJourney${people}`, 'verification.list', {})
    return answer.ok && answer.data.items[0]?.id
  })
  const used = await journey.page.locator('iframe').getAttribute('src')
  await journey.back()
  await journey.page.evaluate(
    `__sim.wx.navigateTo({ url: 'plugin://qyssdk-plugin/personal-auth?' + ${JSON.stringify(used?.split('?')[1])} })`,
  )
  await journey.plugin.getByText('链接已失效').waitFor()
  await journey.screenshot('ticket-expired')
  await journey.plugin.locator('#return').click()
  await journey.tap('open')
  await journey.act('pass')
  await journey.status('认证成功')
  expect(await journey.verificationId()).toBe(id)
})

test('the vendor hangs: the truth is said, nothing is lost, and it goes on later', async () => {
  await world.next({ path: ticketPath, hang: true })
  await journey.submit()
  await journey.shows('没有收到契约锁的答复')
  await journey.screenshot('vendor-hangs')
  await journey.tap('open')
  await journey.act('pass')
  await journey.status('认证成功')
})

test('the vendor is misconfigured: the user is sent to the support, and goes on once it is mended', async () => {
  await world.next({ path: ticketPath, error: { httpStatus: 442, code: 442, message: 'INVALID TOKEN' } })
  await journey.submit()
  await journey.status('暂时无法继续')
  await journey.page.locator('#contact:visible').waitFor()
  await journey.screenshot('misconfigured')
  await journey.tap('open')
  await journey.act('pass')
  await journey.status('认证成功')
})

test('a double tap is one call to the vendor', async () => {
  await journey.tap('start')
  await journey.fill('name', '测试员甲')
  await journey.fill('id-number', '110101199001010015')
  await journey.fill('mobile', freshMobile())
  await journey.screenshot('form')
  await journey.tap('consent')
  const button = journey.page.locator('#start:visible')
  await button.evaluate((element: HTMLElement) => {
    for (let taps = 0; taps < 2; taps++) {
      for (const type of ['mousedown', 'mouseup', 'click']) {
        element.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: 1, clientY: 1 }))
      }
    }
  })
  await journey.agreePrivacy()
  await journey.act('pass')
  await journey.status('认证成功')
  expect(await world.vendorCalls(ticketPath)).toBe(1)
})

test('a mistyped id number is said at its field, before anything reaches the vendor', async () => {
  await journey.fillPerson({ idNumber: '110101199001010014' })
  // Not even WeChat's own question about privacy comes before it.
  await journey.tap('start')
  await journey.shows('证件号码不正确')
  await journey.screenshot('form-error')
  expect(await world.vendorCalls(ticketPath)).toBe(0)
})

test('without consent nothing can be started', async () => {
  await journey.tap('start')
  await journey.fill('name', '测试员甲')
  await journey.fill('mobile', freshMobile())
  expect(await journey.page.locator('#start:visible').getAttribute('disabled')).not.toBeNull()
})

test('a second start shows the open one, and can replace it', async () => {
  await journey.submit()
  await journey.plugin.locator('#pass').waitFor()
  await journey.close()
  journey = await reopened()
  await journey.submit()
  await journey.page.locator('#existing-sheet:visible').waitFor()
  await journey.screenshot('existing')
  await journey.tap('existing-restart')
  await journey.act('pass')
  await journey.status('认证成功')
})

test('cancels, after being asked', async () => {
  await journey.submit()
  await journey.plugin.locator('#pass').waitFor()
  await journey.back()
  await journey.tap('cancel')
  await journey.tap('cancel-yes')
  await journey.status('认证已取消')
  await journey.screenshot('canceled')
})
