import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../sandbox/simulator/chromium'
import type { StackOptions } from '../../sandbox/stack'
import { type Journey, type Launch, openJourney } from './journey'
import { type LocalWorld, openLocalWorld } from './local-world'

/** What tests in a browser play on: a local world, a browser, and the phones that are open in it. */
export interface Stage {
  readonly world: LocalWorld
  readonly browser: Browser
  /** The phone that was opened last. */
  readonly journey: Journey
  /** Opens a phone of that WeChat user; it is closed after the test. */
  arrive(openid: string, launch?: Launch): Promise<Journey>
}

export interface StageOptions {
  world?: StackOptions
  /** Once, when the world is there. */
  prepare?(world: LocalWorld): Promise<unknown>
  /** Before each test, and whose phone is open then. */
  before?(world: LocalWorld): Promise<unknown>
  openid?(): string
}

/** Sets a file of tests up, or a block of one: call it where hooks may stand. */
export function openStage({ world: options, prepare, before, openid }: StageOptions = {}): Stage {
  let world: LocalWorld | undefined
  let browser: Browser | undefined
  const open: Journey[] = []
  const stage: Stage = {
    get world() {
      return there(world)
    },
    get browser() {
      return there(browser)
    },
    get journey() {
      return there(open.at(-1))
    },
    async arrive(who, launch) {
      const journey = await openJourney(stage.browser, stage.world.url, who, {}, launch)
      open.push(journey)
      return journey
    },
  }
  jest.setTimeout(300_000)
  beforeAll(async () => {
    world = await openLocalWorld(options)
    browser = await launchBrowser()
    await prepare?.(world)
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })
  beforeEach(async () => {
    await before?.(stage.world)
    if (openid) await stage.arrive(openid())
  })
  afterEach(async () => {
    for (const each of open.splice(0)) await each.close()
  })
  return stage
}

function there<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('the stage is set while a test runs')
  return part
}
