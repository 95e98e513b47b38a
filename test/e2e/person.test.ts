import { eventually } from '../support/eventually'
import { freshMobile, phoneNumber } from '../support/journey'
import { ticketPath } from '../support/local-world'
import { openStage } from '../support/stage'
import { testPerson } from '../support/world'

/** The compiled mini-program in a browser, the built functions, the simulated vendor: a person verifies. */
let people = 0
const stage = openStage({
  async before(world) {
    await world.vendorPost('/__sandbox/reset', {})
    people += 1
  },
  openid: () => `oJourney${people}`,
})

const reopened = () => stage.arrive(`oJourney${people}`)

test('passes at the vendor, comes back, and is verified', async () => {
  await stage.journey.screenshot('home')
  await stage.journey.submit()
  await stage.journey.plugin.locator('#pass').waitFor()
  await stage.journey.screenshot('plugin')
  await stage.journey.act('pass')
  await stage.journey.status('认证成功')
  await stage.journey.screenshot('verified')
  expect(stage.journey.errors).toEqual([])
})

test('fails, learns why it may have failed, corrects the form and passes', async () => {
  await stage.journey.submit()
  await stage.journey.act('fail')
  await stage.journey.status('认证未通过')
  await stage.journey.screenshot('rejected')
  await stage.journey.tap('restart')
  expect(await stage.journey.page.locator('#name:visible input').inputValue()).not.toBe('')
  await stage.journey.screenshot('form-again')
  await stage.journey.goOn()
  await stage.journey.tap('start')
  await stage.journey.act('pass')
  await stage.journey.status('认证成功')
  expect(stage.journey.errors).toEqual([])
})

test('manual review is a place to rest; its result is there on the next visit', async () => {
  const mobile = freshMobile()
  await stage.journey.submit({ mobile })
  await stage.journey.act('review')
  await stage.journey.status('人工审核中')
  await stage.journey.screenshot('reviewing')
  await stage.journey.close()
  await stage.world.vendorPost('/__sandbox/review', { contact: mobile, outcome: 'pass' })
  await reopened()
  await stage.journey.tap('records')
  await stage.journey.shows('认证成功')
  await stage.journey.screenshot('records')
})

test('leaves half-way, comes back another time and resumes', async () => {
  await stage.journey.submit()
  await stage.journey.plugin.locator('#pass').waitFor()
  await stage.journey.close()
  await reopened()
  await stage.journey.shows('继续')
  await stage.journey.screenshot('home-resume')
  await stage.journey.tap('resume')
  await stage.journey.tap('open')
  await stage.journey.act('pass')
  await stage.journey.status('认证成功')
  expect(await stage.world.vendorCalls(ticketPath)).toBe(2)
})

test('the back arrow on the vendor’s page is no result, and nothing is stuck', async () => {
  await stage.journey.submit()
  await stage.journey.plugin.locator('#pass').waitFor()
  await stage.journey.back()
  await stage.journey.status('认证进行中')
  await stage.journey.screenshot('processing')
  await stage.journey.tap('open')
  await stage.journey.act('pass')
  await stage.journey.status('认证成功')
})

test('the callback is lost and the user gone: the sweep finds out, the number being his own', async () => {
  await stage.world.next({ outcome: 'pass', callback: 'missing' })
  await stage.journey.tap('start')
  await stage.journey.type({ name: testPerson.name, 'id-number': testPerson.idNumber })
  await stage.journey.tap('mobile-fill')
  await stage.journey.agreePrivacy()
  await stage.journey.allowNumber()
  await stage.journey.page.waitForFunction(
    `document.querySelector('#mobile input')?.value === '${phoneNumber}'`,
  )
  await stage.journey.goOn()
  await stage.journey.tap('start')
  await stage.journey.plugin.locator('#pass').click()
  await stage.journey.plugin.locator('#return').waitFor()
  const id = await eventually(async () => {
    const answer = await stage.world.action(`oJourney${people}`, 'verification.list', {})
    return answer.ok && answer.data.items[0]?.state === 'processing' ? answer.data.items[0].id : null
  })
  await stage.journey.close()
  await stage.world.setField('verifications', id, { dueAt: 1 })
  await stage.world.cloud.fireTimer('sweep')
  await eventually(async () => {
    const answer = await stage.world.action(`oJourney${people}`, 'verification.get', { id })
    return answer.ok && answer.data.verification.state === 'verified'
  })
  await reopened()
  await stage.journey.tap('records')
  await stage.journey.shows('认证成功')
})

test('the callback is lost but the user comes back: his number, confirmed by WeChat, makes the account his', async () => {
  await stage.world.next({ outcome: 'pass', callback: 'missing' })
  await stage.journey.submit({ mobile: phoneNumber })
  await stage.journey.act('pass')
  await stage.journey.status('还差一步')
  await stage.journey.shows('用微信手机号确认')
  await stage.journey.screenshot('confirm-number')
  await stage.journey.tap('confirm-number')
  await stage.journey.allowNumber()
  await stage.journey.status('认证成功')
  await stage.journey.shows('已确认账号是您本人的')
  await stage.journey.screenshot('verified-owned')
  expect(stage.journey.errors).toEqual([])
})

test('a stranger’s number, verified long ago: WeChat knows another one, and nothing succeeds', async () => {
  const mobile = freshMobile()
  await stage.journey.submit({ mobile })
  await stage.journey.act('pass')
  await stage.journey.status('认证成功')
  await stage.journey.close()
  await stage.arrive(`oStranger${people}`)
  await stage.journey.submit({ mobile })
  await stage.journey.plugin.locator('#pass').waitFor()
  await stage.journey.back()
  await stage.journey.status('还差一步')
  await stage.journey.tap('confirm-number')
  await stage.journey.allowNumber()
  await stage.journey.shows('与填写的不同')
  await stage.journey.screenshot('confirm-number-differs')
  await stage.journey.status('还差一步')
})

test('the callback overtakes the user', async () => {
  await stage.world.next({ outcome: 'pass', callback: 'before-return' })
  await stage.journey.submit()
  await stage.journey.plugin.locator('#pass').click()
  await stage.journey.plugin.locator('#return').waitFor()
  await eventually(async () => {
    const answer = await stage.world.action(`oJourney${people}`, 'verification.list', {})
    return answer.ok && answer.data.items[0]?.state === 'verified'
  })
  await stage.journey.plugin.locator('#return').click()
  await stage.journey.status('认证成功')
  await stage.journey.shows('通过了这一次认证')
})

test('a callback that comes twice changes nothing the second time', async () => {
  await stage.world.next({ outcome: 'pass', callback: 'duplicate' })
  await stage.journey.submit()
  await stage.journey.act('pass')
  await stage.journey.status('认证成功')
  expect(stage.journey.errors).toEqual([])
})

test('an expired ticket: the vendor’s page says so, the way back leads on', async () => {
  await stage.journey.submit()
  await stage.journey.plugin.locator('#pass').waitFor()
  const id = await eventually(async () => {
    const answer = await stage.world.action(`oJourney${people}`, 'verification.list', {})
    return answer.ok && answer.data.items[0]?.id
  })
  const used = await stage.journey.page.locator('iframe').getAttribute('src')
  await stage.journey.back()
  await stage.journey.page.evaluate(
    `__sim.wx.navigateTo({ url: 'plugin://qyssdk-plugin/personal-auth?' + ${JSON.stringify(used?.split('?')[1])} })`,
  )
  await stage.journey.plugin.getByText('链接已失效').waitFor()
  await stage.journey.screenshot('ticket-expired')
  await stage.journey.plugin.locator('#return').click()
  await stage.journey.tap('open')
  await stage.journey.act('pass')
  await stage.journey.status('认证成功')
  expect(await stage.journey.verificationId()).toBe(id)
})

test('the vendor hangs: the truth is said, nothing is lost, and it goes on later', async () => {
  await stage.world.next({ path: ticketPath, hang: true })
  await stage.journey.submit()
  await stage.journey.shows('没有收到契约锁的答复')
  await stage.journey.screenshot('vendor-hangs')
  await stage.journey.tap('open')
  await stage.journey.act('pass')
  await stage.journey.status('认证成功')
})

test('the vendor is misconfigured: the user is sent to the support, and goes on once it is mended', async () => {
  await stage.world.next({
    path: ticketPath,
    error: { httpStatus: 442, code: 442, message: 'INVALID TOKEN' },
  })
  await stage.journey.submit()
  await stage.journey.status('暂时无法继续')
  await stage.journey.page.locator('#contact:visible').waitFor()
  await stage.journey.screenshot('misconfigured')
  await stage.journey.tap('help')
  await stage.journey.tap('open')
  await stage.journey.act('pass')
  await stage.journey.status('认证成功')
})

test('a double tap is one call to the vendor', async () => {
  await stage.journey.fillPerson()
  const button = stage.journey.page.locator('#start:visible')
  await button.evaluate((element: HTMLElement) => {
    for (let taps = 0; taps < 2; taps++) {
      for (const type of ['mousedown', 'mouseup', 'click']) {
        element.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: 1, clientY: 1 }))
      }
    }
  })
  await stage.journey.agreePrivacy()
  await stage.journey.act('pass')
  await stage.journey.status('认证成功')
  expect(await stage.world.vendorCalls(ticketPath)).toBe(1)
})

test('all that is wrong is said at once, before WeChat, the server or the vendor is asked anything', async () => {
  await stage.journey.tap('start')
  await stage.journey.type({ 'id-number': '110101199001010014', mobile: '1380013800' })
  await stage.journey.tap('to-how')
  await stage.journey.shows('证件号码不正确')
  for (const field of ['id-number', 'mobile'])
    await stage.journey.page.locator(`#error-${field}:visible`).waitFor()
  await stage.journey.page.waitForFunction("document.activeElement?.closest('#id-number') !== null")
  await stage.journey.screenshot('form-error')
  const kept = await stage.world.action(`oJourney${people}`, 'myData.see', {})
  expect(kept).toMatchObject({ ok: true, data: { consents: [] } })
})

test.each([null, 'ess', 'esign'])(
  'no step scrolls on a small phone, and six taps lead to the page of the vendor: %s',
  async other => {
    await stage.journey.page.setViewportSize({ width: 375, height: 667 })
    let taps = 0
    const tap = async (id: string) => {
      await stage.journey.tap(id)
      taps += 1
    }
    const fits = async (step: string) => {
      await stage.journey.page.locator(`#guide-${step}:visible`).waitFor()
      const over = await stage.journey.page.evaluate(
        'Math.max(...[...document.querySelectorAll(".sim-page")].map(each => each.scrollHeight - each.clientHeight))',
      )
      expect([step, over]).toEqual([step, 0])
      await stage.journey.screenshot(`guide-${step}`)
    }
    await tap('start')
    await fits('who')
    await stage.journey.type({
      name: testPerson.name,
      'id-number': testPerson.idNumber,
      mobile: freshMobile(),
    })
    await tap('to-how')
    await fits('how')
    await tap(other ? `vendor-${other}` : 'to-agree')
    await fits('agree')
    expect(await stage.journey.page.locator('#start:visible').getAttribute('disabled')).not.toBeNull()
    await tap('consent')
    await tap('start')
    // WeChat's own, once a phone; so is its question before every jump to another mini-program.
    await stage.journey.agreePrivacy()
    if (other) {
      await tap('handoff-open')
      await stage.journey.page.getByText('允许', { exact: true }).locator('visible=true').click()
    } else {
      taps += 1
    }
    await stage.journey.page.locator('iframe').waitFor()
    expect(taps).toBeLessThanOrEqual(6)
  },
)

test('what was typed is there again after WeChat was killed, until it is sent', async () => {
  await stage.journey.tap('start')
  await stage.journey.type({ name: testPerson.name, 'id-number': testPerson.idNumber, mobile: '138' })
  await stage.journey.page.locator('#name input').focus()
  const typedIn = () => stage.journey.page.locator('#id-number:visible input').inputValue()
  await stage.journey.page.reload()
  expect(await stage.journey.page.evaluate('JSON.stringify(localStorage)')).not.toContain(testPerson.idNumber)
  await stage.journey.tap('start')
  await eventually(async () => (await typedIn()) === testPerson.idNumber)
  await stage.journey.fill('mobile', freshMobile())
  await stage.journey.goOn()
  await stage.journey.tap('start')
  await stage.journey.agreePrivacy()
  await stage.journey.plugin.locator('#pass').waitFor()
  await stage.journey.page.reload()
  await stage.journey.tap('start')
  await stage.journey.page.locator('#id-number:visible').waitFor()
  await stage.journey.page.waitForTimeout(300)
  expect(await typedIn()).toBe('')
})

test('a second start shows the open one, and can replace it', async () => {
  await stage.journey.submit()
  await stage.journey.plugin.locator('#pass').waitFor()
  await stage.journey.close()
  await reopened()
  await stage.journey.submit()
  await stage.journey.page.locator('#existing-sheet:visible').waitFor()
  await stage.journey.screenshot('existing')
  await stage.journey.tap('existing-restart')
  await stage.journey.act('pass')
  await stage.journey.status('认证成功')
})

test('cancels, after being asked', async () => {
  await stage.journey.submit()
  await stage.journey.plugin.locator('#pass').waitFor()
  await stage.journey.back()
  await stage.journey.tap('help')
  await stage.journey.screenshot('help')
  await stage.journey.tap('cancel')
  await stage.journey.tap('cancel-yes')
  await stage.journey.status('认证已取消')
  await stage.journey.screenshot('canceled')
})
