import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core'
import { testOrganization, testPerson } from './world'

/** Where screenshots go for people to look at; git-ignored. */
const screenshotFolder = path.resolve('test/screenshots')

/** One person with one phone: the compiled package in a real browser, as `npm start` shows it. */
export interface Journey {
  page: Page
  /** The vendor's plugin page, while it is open. */
  plugin: FrameLocator
  tap(id: string): Promise<void>
  fill(id: string, text: string): Promise<void>
  /** Types into the fields of the open form, by their ids. */
  type(fields: Readonly<Record<string, string>>): Promise<void>
  /** From the first step of a form that is filled in to the tick of the last; another vendor than the usual by its id. */
  goOn(vendor?: string): Promise<void>
  /** From the home page to a submitted form: who, how, consent. */
  submit(person?: PersonTyped): Promise<void>
  /** The same, but for the last press. */
  fillPerson(person?: PersonTyped): Promise<void>
  /** From the home page to a submitted form of an organization. */
  submitOrganization(name: string, typed?: OrganizationTyped): Promise<void>
  /** The open form of an organization, consent included. */
  fillOrganization(name: string, typed?: OrganizationTyped): Promise<void>
  /** Agrees when WeChat asks for the phone's own number, `phoneNumber`. */
  allowNumber(): Promise<void>
  /** WeChat's own privacy dialog, which comes once a phone. */
  agreePrivacy(): Promise<void>
  /** Acts on the vendor's page and goes back through it, as the plugin does after a result. */
  act(...actions: string[]): Promise<void>
  /** Chooses a file in WeChat's dialog that is open. */
  chooseFile(name: string, mimeType: string, content: Buffer): Promise<void>
  /** The phone's own back arrow. */
  back(): Promise<void>
  /** Waits until the status of the shown verification reads like this. */
  status(text: RegExp | string): Promise<void>
  shows(text: RegExp | string): Promise<void>
  /** Whether the whole of it can be seen without scrolling. */
  isOnScreen(id: string): Promise<boolean>
  verificationId(): Promise<string>
  screenshot(name: string): Promise<void>
  /** What went wrong in the page so far; a good journey ends with none. */
  errors: string[]
  close(): Promise<void>
}

interface PersonTyped {
  name?: string
  idNumber?: string
  mobile?: string
  vendor?: string
}

interface OrganizationTyped {
  registerNumber?: string
  vendor?: string
}

/** Where and on what the mini-program is opened; without a path, on its home page. */
export interface Launch {
  path?: string
  /** As written in a link, values encoded: `scene=s%3Dabc`. */
  query?: string
  /** WeChat's scene value, such as 1047 for a mini-program code. */
  scene?: number
  /** `windows`: WeChat on a PC; without a `size` its window is 414 × 736. */
  platform?: 'ios' | 'windows'
  /** WeChat's own; default `zh_CN`. */
  language?: string
  /** Two seconds and one call in five lost; by the seed, always the same ones. */
  network?: 'weak'
  seed?: number
}

/** How the phone looks. */
export interface Look {
  /** Default: 375 × 812, on a PC 414 × 736. */
  size?: { width: number; height: number }
  dark?: boolean
}

/** A phone, and WeChat's window on a PC for an app that is not resizable. */
const screens = { ios: { width: 375, height: 812 }, windows: { width: 414, height: 736 } } as const

function phoneQuery(openid: string, launch: Launch): string {
  const given = Object.entries({ openid, ...launch }).filter(([, value]) => value !== undefined)
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
}

let people = 0

/** What WeChat knows the simulated phone's number to be. */
export const phoneNumber = '13800000000'

/** A mobile number nobody used before in this run; states at the vendor hang on it. */
export function freshMobile(): string {
  people += 1
  return `137${String(people).padStart(8, '0')}`
}

export async function openJourney(
  browser: Browser,
  consoleUrl: string,
  openid: string,
  { size: given, dark }: Look = {},
  launch: Launch = {},
): Promise<Journey> {
  const size = given ?? screens[launch.platform ?? 'ios']
  const context: BrowserContext = await browser.newContext({
    viewport: size,
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    colorScheme: dark ? 'dark' : 'light',
  })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.goto(`${consoleUrl}/phone/?${phoneQuery(openid, launch)}`)
  const visible = (id: string) => page.locator(`#${id}:visible:not([disabled])`)
  const plugin = page.frameLocator('iframe')

  const journey: Journey = {
    page,
    plugin,
    errors,
    tap: id => visible(id).click(),
    fill: (id, text) => visible(id).locator('input').fill(text),
    async submit(person) {
      await journey.fillPerson(person)
      await journey.tap('start')
      await journey.agreePrivacy()
    },
    async type(fields) {
      for (const [id, text] of Object.entries(fields)) await journey.fill(id, text)
    },
    async goOn(vendor) {
      await journey.tap('to-how')
      // Another one than the usual leads on by itself.
      await visible('vendor-chosen').waitFor()
      const other = vendor !== undefined && (await page.locator(`#vendor-${vendor}:visible`).count()) > 0
      await journey.tap(other ? `vendor-${vendor}` : 'to-agree')
      await journey.tap('consent')
    },
    async fillPerson({
      name = testPerson.name,
      idNumber = testPerson.idNumber,
      mobile = freshMobile(),
      vendor,
    } = {}) {
      await journey.tap('start')
      await journey.type({ name, 'id-number': idNumber, mobile })
      await journey.goOn(vendor)
    },
    async submitOrganization(name, typed) {
      await journey.tap('start-organization')
      await journey.fillOrganization(name, typed)
      await journey.tap('start')
      await journey.agreePrivacy()
    },
    async fillOrganization(name, { registerNumber = testOrganization.registerNumber, vendor } = {}) {
      await journey.type({
        'organization-name': name,
        'register-number': registerNumber,
        'legal-person': testOrganization.legalPerson,
        'applicant-name': testOrganization.applicant.name,
        'applicant-mobile': testOrganization.applicant.contact.value,
      })
      await journey.goOn(vendor)
    },
    allowNumber: () => page.getByText('允许', { exact: true }).locator('visible=true').click(),
    agreePrivacy: () => page.locator('.sim-confirm', { hasText: '同意' }).click(),
    async act(...actions) {
      for (const action of actions) await plugin.locator(`#${action}`).click()
      await plugin.locator('#return').click()
    },
    async chooseFile(name, mimeType, buffer) {
      await page.locator('input.sim-file').setInputFiles({ name, mimeType, buffer })
      await page.getByText('确定', { exact: true }).locator('visible=true').click()
    },
    back: async () => {
      await page.evaluate('__sim.back()')
    },
    async status(text) {
      await page.locator('#status-title:visible').filter({ hasText: text }).waitFor()
    },
    async shows(text) {
      await page.getByText(text).locator('visible=true').first().waitFor()
    },
    async isOnScreen(id) {
      const box = await page.locator(`#${id}:visible`).boundingBox()
      return box !== null && box.y >= 0 && box.y + box.height <= size.height
    },
    async verificationId() {
      const query = await page.evaluate('__sim.topPage().options')
      const id = typeof query === 'object' && query !== null && 'id' in query ? query.id : undefined
      if (typeof id !== 'string') throw new Error('no verification is shown')
      return id
    },
    async screenshot(name) {
      await mkdir(screenshotFolder, { recursive: true })
      await page.screenshot({ path: path.join(screenshotFolder, `${name}.png`) })
    },
    close: () => context.close(),
  }
  return journey
}
