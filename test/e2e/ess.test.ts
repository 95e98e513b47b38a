import { creditCode } from '../support/batch-world'
import { freshMobile } from '../support/journey'
import { openStage } from '../support/stage'
import { residentId } from '../support/world'

/** Tencent ESS as an ordinary way to verify: the same pages as for every vendor, and a jump to its mini-program. */
let people = 0
const stage = openStage({
  async before(world) {
    await world.atEss('/__sandbox/reset', {})
    people += 1
  },
  openid: () => `oEss${people}`,
})

const names = ['测试员赵', '测试员钱', '测试员孙', '测试员李', '测试员周', '测试员吴', '测试员郑', '测试员王']
const name = () => names[people % names.length] ?? ''

async function submitPerson() {
  await stage.journey.fillPerson({ name: name(), idNumber: residentId(people), vendor: 'ess' })
  await stage.journey.screenshot('ess-form')
  await stage.journey.tap('start')
  await stage.journey.agreePrivacy()
}

async function statesOf(openid: string) {
  const answer = await stage.world.action(openid, 'verification.list', {})
  return answer.ok ? answer.data.items.map(({ state }) => state) : []
}

const submitOrganization = () =>
  stage.journey.submitOrganization(`示例第${people}号电子签有限公司`, {
    registerNumber: creditCode(9000 + people),
    vendor: 'ess',
  })

/** Jumps, as WeChat allows: from a tap, after its own question. */
async function jump() {
  await stage.journey.tap('handoff-open')
  await stage.journey.page.getByText('允许', { exact: true }).locator('visible=true').click()
  return stage.journey.page.frameLocator('iframe')
}

test('a person passes in 电子签 and is verified', async () => {
  await submitPerson()
  await stage.journey.page.locator('#handoff-open:visible').waitFor()
  await stage.journey.screenshot('ess-panel')
  const program = await jump()
  await program.locator('#verify').waitFor()
  await stage.journey.screenshot('ess-person')
  await program.locator('#verify').click()
  // The vendor's mini-program leaves by itself after success.
  await stage.journey.status('认证成功')
  await stage.journey.shows('这次认证之前您还没有实名')
  await stage.journey.screenshot('ess-verified')
  expect(stage.journey.errors).toEqual([])
})

test('a person fails there, comes back, and nothing claims success', async () => {
  await submitPerson()
  const program = await jump()
  await program.locator('#fail').click()
  await program.locator('#return').click()
  await stage.journey.page.locator('#status-title:visible').waitFor()
  const title = await stage.journey.page.locator('#status-title:visible').textContent()
  expect(title).not.toContain('成功')
  await stage.journey.screenshot('ess-not-verified')
  // The vendor never says "failed" about a person: the way stays open.
  await stage.journey.tap('open')
  const again = await jump()
  await again.locator('#verify').click()
  await stage.journey.status('认证成功')
})

test('who walked away goes on another day', async () => {
  await submitPerson()
  const program = await jump()
  await program.locator('#verify').waitFor()
  await stage.journey.close()
  await stage.arrive(`oEss${people}`)
  await stage.journey.tap('resume')
  await stage.journey.tap('open')
  const again = await jump()
  await again.locator('#verify').click()
  await stage.journey.status('认证成功')
})

test('who was verified before is known again; a stranger with the same card only hears that somebody was', async () => {
  await submitPerson()
  const program = await jump()
  await program.locator('#verify').click()
  await stage.journey.status('认证成功')
  await stage.journey.close()
  const same = people
  await stage.arrive(`oEssOther${same}`)
  await submitPerson()
  await stage.journey.status('此前已完成认证')
  await stage.journey.shows('不能证明正在使用手机的就是本人')
  await stage.journey.screenshot('ess-already')
  expect(await statesOf(`oEssOther${same}`)).toEqual(['rejected'])
  await stage.journey.close()
  await stage.arrive(`oEss${same}`)
  await submitPerson()
  await stage.journey.status('认证成功')
  await stage.journey.shows('已确认账号是您本人的')
})

test('another vendor than the usual needs name and number: what is missing is said where it is typed', async () => {
  await stage.journey.tap('start')
  await stage.journey.tap('at-vendor')
  await stage.journey.fill('mobile', freshMobile())
  await stage.journey.tap('to-how')
  await stage.journey.tap('vendor-ess')
  await stage.journey.shows('请填写证件号码')
  await stage.journey.page.locator('#error-name:visible').waitFor()
  await stage.journey.screenshot('ess-form-required')
})

test('an organization passes; another one’s letter is turned down', async () => {
  await submitOrganization()
  const program = await jump()
  await program.locator('#pass').click()
  await stage.journey.status('认证成功')
  await stage.journey.screenshot('ess-organization')
  await stage.journey.close()
  people += 1
  await stage.arrive(`oEss${people}`)
  await submitOrganization()
  const other = await jump()
  await other.locator('#submit').click()
  await other.locator('#authorize:not([disabled])').click()
  await other.locator('#reject-letter:not([disabled])').click()
  await other.locator('#return').click()
  await stage.journey.status('认证未通过')
  await stage.journey.shows('授权书')
  await stage.journey.screenshot('ess-letter-rejected')
})
