import type { Journey } from './journey'

export interface Aim {
  /** It is reached once this is on the screen, and says so where it has to. */
  until: string
  says?: string
  /** Ids of buttons in the order in which they are wanted; what is not offered is not missed. */
  press: readonly string[]
  /** What is typed into fields that are empty, by their ids. */
  type?: Readonly<Record<string, string>>
  /** The same as `press`, on the vendor's page. */
  vendor?: readonly string[]
}

/** What did not work and a box to be ticked come before anything else on the page. */
const first = ['[id$="failed-action"]', '#retry', 'wx-checkbox:has(input:not(:checked))']

type Step = { to: 'end' | 'wait' | 'vendor' } | { to: 'tap'; selector: string } | { to: 'fill'; id: string }

/**
 * Somebody who waits until nothing is under way, presses what the page offers, and does it again when it did not work:
 * whoever comes to no end like that stands in a dead end. Tells what was pressed.
 */
export async function patiently({ page, plugin }: Journey, aim: Aim, within = 150_000): Promise<string[]> {
  const { until, says = '', press, type = {}, vendor = [] } = aim
  const wanted = [...first, ...press.map(id => `[id="${id}"]`)]
  const pressed: string[] = []
  for (const end = Date.now() + within; Date.now() < end; await page.waitForTimeout(300)) {
    const step = await page.evaluate<Step, Parameters<typeof nextStep>[0]>(nextStep, {
      until,
      says,
      wanted,
      fields: Object.keys(type),
    })
    if (step.to === 'end') return pressed
    if (step.to === 'fill') await page.locator(`#${step.id}:visible input`).fill(type[step.id] ?? '')
    if (step.to === 'vendor') await actAtVendor()
    if (step.to === 'tap' && (await tapped(step.selector))) pressed.push(step.selector)
  }
  const left = (await page.locator('.sim-page').last().innerText()).replaceAll(/\s+/g, ' ')
  throw new Error(`no way to ${until}: pressed ${pressed.join(' ')}; the page says ${left}`)

  /** What is covered or gone meanwhile is looked for again. */
  function tapped(selector: string): Promise<boolean> {
    return page
      .locator(selector)
      .filter({ visible: true })
      .first()
      .click({ timeout: 2000 })
      .then(
        () => true,
        () => false,
      )
  }

  async function actAtVendor(): Promise<void> {
    for (const id of vendor) {
      const button = plugin.locator(`#${id}:not([disabled])`).filter({ visible: true }).first()
      if ((await button.count()) === 0) continue
      // The page may leave by itself in this moment.
      await button.click({ timeout: 2000 }).catch(() => undefined)
      return
    }
  }
}

/* Runs in the page: it closes over nothing. */
function nextStep({
  until,
  says,
  wanted,
  fields,
}: {
  until: string
  says: string
  wanted: readonly string[]
  fields: readonly string[]
}): Step {
  const there = (selector: string) =>
    [...document.querySelectorAll(selector)].find(
      each => each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().height > 0,
    )
  const { stats } = window.__sim
  if (there(until)?.textContent?.includes(says)) return { to: 'end' }
  if (there('iframe')) return { to: 'vendor' }
  if (there('.sim-confirm')) return { to: 'tap', selector: '.sim-confirm' }
  if (stats.api.some(({ name, outcome }) => outcome === 'pending' && name.startsWith('cloud.')))
    return { to: 'wait' }
  const empty = fields.find(id => {
    const input = there(`#${id} input`)
    return input instanceof HTMLInputElement && !input.disabled && input.value === ''
  })
  if (empty !== undefined) return { to: 'fill', id: empty }
  const selector = wanted.find(each => there(`${each}:not([disabled])`))
  return selector === undefined ? { to: 'wait' } : { to: 'tap', selector }
}
