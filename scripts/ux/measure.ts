import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { AxeResults, Result, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { asWritten, namesOfPages } from '../../config/short-names.cjs'
import {
  firstScreen,
  smallTargets,
  type Target,
  takeSent,
  takeShifts,
  watchShifts,
  widerThanScreen,
} from './in-page'
import { limits } from './limits'

/** What is true of a screen once it rests. */
export interface Measured {
  /** The page of the mini-program. */
  route: string
  shift: number
  /** What moved most. */
  moved: string[]
  /** `rule: element`, serious and critical ones. */
  axe: string[]
  contrast: string[]
  small: Target[]
  wider: number
  /** What crossed to the view since the page was opened; null where it was open before. */
  first: { calls: number; bytes: number } | null
  /** The field that sends most at a keystroke. */
  keystroke: { field: string; bytes: number } | null
}

export interface MeasureOptions {
  /** Press a key in each field; what was typed is taken back. */
  type?: boolean
}

const axeSource = readFileSync(
  createRequire(path.resolve('package.json')).resolve('axe-core/axe.min.js'),
  'utf8',
)
const axeOptions: RunOptions = {
  // The frame of the simulated phone is not ours; its pages are.
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
}

const names = namesOfPages()
/** Classes as they are called in the sources. */
const written = (selector: string): string => asWritten(names, selector)

/** Before the phone is opened: begins to watch what moves. */
export async function watch(page: Page): Promise<void> {
  // The compiler of scripts names functions with a helper that the page does not have.
  await page.addInitScript('globalThis.__name = each => each')
  await page.addInitScript(watchShifts)
}

/** Measures what is on the screen of the simulated phone; what moved counts since the last time. */
export async function measure(page: Page, { type = true }: MeasureOptions = {}): Promise<Measured> {
  const shifts = await page.evaluate(takeShifts)
  const route = String(await page.evaluate('__sim.pages().at(-1)?.route'))
  const first = await page.evaluate(firstScreen)
  const found = await violations(page)
  const keystroke = type ? await heaviestKeystroke(page) : null
  const small = await page.evaluate(smallTargets, limits.target)
  // What the measuring itself moved is nobody's fault.
  await page.evaluate(takeShifts)
  return {
    route,
    shift: shifts.reduce((sum, { value }) => sum + value, 0),
    moved: ([...shifts].sort((a, b) => b.value - a.value)[0]?.moved ?? []).map(written),
    axe: found.filter(({ id }) => id !== 'color-contrast').flatMap(named),
    contrast: found.filter(({ id }) => id === 'color-contrast').flatMap(named),
    small: small.map(target => ({ ...target, name: written(target.name) })),
    wider: await page.evaluate(widerThanScreen),
    first,
    keystroke,
  }
}

async function violations(page: Page): Promise<Result[]> {
  const there = await page.evaluate('typeof axe !== "undefined"')
  if (!there) await page.evaluate(axeSource)
  const run = `axe.run('.sim-pages', ${JSON.stringify(axeOptions)})`
  const { violations: found } = await page.evaluate<AxeResults>(run)
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical')
}

function named({ id, nodes }: Result): string[] {
  return nodes.map(({ target }) => `${id}: ${written(target.join(' '))}`)
}

/** Presses a key in each field on the screen and takes it back; the field that sends most. */
async function heaviestKeystroke(page: Page): Promise<Measured['keystroke']> {
  let heaviest: Measured['keystroke'] = null
  for (const field of await page.locator('.sim-page:last-of-type .sim-field:visible:enabled').all()) {
    const name = await field.evaluate(each => each.parentElement?.id ?? '')
    const before = await field.inputValue()
    await field.focus()
    await page.evaluate(takeSent)
    await page.keyboard.type('1')
    await page.waitForTimeout(60)
    const bytes = await page.evaluate(takeSent)
    await field.fill(before)
    if (heaviest === null || bytes > heaviest.bytes) heaviest = { field: name, bytes }
  }
  return heaviest
}
