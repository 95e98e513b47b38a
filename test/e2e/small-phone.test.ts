import { measure, watch } from '../../scripts/ux/measure'
import { faults } from '../../scripts/ux/report'
import { freshMobile, type Journey } from '../support/journey'
import { looksOtherwise } from '../support/picture'
import { openStage } from '../support/stage'
import { testPerson } from '../support/world'

/**
 * The small edition of `npm run ux:check`: a person comes from the first page to the result on a small phone with a
 * keyboard and nothing else, every kind of screen on the way is measured, and looks as it did when it was last looked at.
 */
const openid = 'oKeyboardPerson00000000000001'
const stage = openStage({ openid: () => openid })

/** Presses Tab until the keyboard is at the element or inside of it. */
async function tabTo({ page }: Journey, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(
      wanted => document.activeElement?.closest(wanted) !== null && document.activeElement !== null,
      selector,
    )
    if (at) return
  }
  throw new Error(`Tab never comes to ${selector}`)
}

async function press(journey: Journey, id: string, key = 'Enter'): Promise<void> {
  await journey.page.locator(`#${id}:visible:not([disabled])`).waitFor()
  await tabTo(journey, `[id="${id}"]`)
  await journey.page.keyboard.press(key)
}

test('the keyboard alone leads from the first page to the result, and no screen on the way is too much', async () => {
  const { journey } = stage
  const { page } = journey
  const found: string[] = []
  const look = async (name: string, { type = false, still = true } = {}) => {
    await page.waitForTimeout(400)
    const measured = await measure(page, { type })
    // How often a page that waits for the vendor changes is a matter of time.
    const moved = still ? measured : { ...measured, shift: 0, first: null }
    found.push(...faults({ ...moved, walk: 'person', name, look: 'light' }).map(fault => `${name}: ${fault}`))
    const otherwise = still && (await looksOtherwise(page, name))
    if (otherwise) found.push(otherwise)
  }
  await page.setViewportSize({ width: 375, height: 667 })
  await watch(page)
  await page.reload()
  await page.locator('#records:visible').waitFor()
  await look('home')

  await press(journey, 'start')
  await page.locator('#name:visible').waitFor()
  await look('form', { type: true })
  for (const [id, text] of Object.entries({
    name: testPerson.name,
    'id-number': testPerson.idNumber,
    mobile: freshMobile(),
  })) {
    await tabTo(journey, `[id="${id}"]`)
    await page.keyboard.type(text)
  }
  await press(journey, 'to-how')
  await page.locator('#vendor-chosen:visible').waitFor()
  await look('how')
  await press(journey, 'to-agree')
  await press(journey, 'consent', ' ')
  await look('agree')
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await looksOtherwise(page, 'agree-dark')
  if (dark) found.push(dark)
  await page.emulateMedia({ colorScheme: 'light' })
  await press(journey, 'start')
  await page.locator('.sim-confirm').waitFor()
  await tabTo(journey, '.sim-confirm')
  await page.keyboard.press('Enter')

  await journey.plugin.locator('#pass').press('Enter')
  await journey.plugin.locator('#return').press('Enter')
  await journey.status('认证成功')
  await look('result', { still: false })
  expect(found).toEqual([])
  expect(journey.errors).toEqual([])
}, 120_000)
