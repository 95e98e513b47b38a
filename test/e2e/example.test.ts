import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { startExample } from '../../sandbox/example'
import { sandboxOperatorCode } from '../../sandbox/settings'
import { decodeQr } from '../support/decode-qr'
import { eventually } from '../support/eventually'
import { freshMobile, type Journey } from '../support/journey'
import { openStage } from '../support/stage'
import { testPerson } from '../support/world'

/**
 * The whole circle: the owner makes a key in the workplace, the business system of examples/ invites, somebody scans
 * the code on its page and verifies, and its page turns green.
 */
const owner = 'oExampleOwner'
const stage = openStage({
  prepare: world => world.action(owner, 'operator.claim', { code: sandboxOperatorCode }),
})

let folder: string
let example: Awaited<ReturnType<typeof startExample>>
let page: Page

const start = (port = 0) =>
  startExample({
    port,
    hubUrl: `${stage.world.cloud.url}/http/server/v1`,
    file: path.join(folder, 'suppliers.db'),
  })
const sweep = () => stage.world.cloud.fireTimer('sweep')

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'example-'))
  example = await start()
  const phone = await stage.arrive(owner)
  await phone.tap('workplace')
  await phone.tap('integration')
  await phone.tap('key-new')
  await phone.fill('key-label', '供应商系统')
  for (const scope of ['invite', 'webhooks']) await phone.page.locator(`#scope-${scope}:visible`).click()
  await phone.tap('key-make')
  const key = await phone.page.locator('#key-made-text:visible').innerText()
  expect(phone.errors).toEqual([])
  page = await (await stage.browser.newContext({ viewport: { width: 900, height: 1000 } })).newPage()
  await page.goto(example.url)
  await page.locator('[name=key]').fill(key)
  await page.getByText('连接', { exact: true }).click()
}, 300_000)
afterAll(async () => {
  await page?.context().close()
  await example?.close()
  await rm(folder, { recursive: true, force: true })
})

/** On the example's page: a supplier is added and invited; what the code on the screen says. */
async function invited(): Promise<string> {
  await page.locator('[name=name]').fill(testPerson.name)
  await page.locator('[name=mobile]').fill(freshMobile())
  await page.getByText('添加', { exact: true }).click()
  await page.getByText('邀请', { exact: true }).first().click()
  await page.getByText('码正在生成').waitFor()
  await sweep()
  const image = page.locator('#code img')
  await image.waitFor()
  return decodeQr(await image.screenshot())
}

/** Whoever scans it walks to the end at that vendor. */
async function verifies(content: string, vendor: string): Promise<void> {
  const scene = new URL(content).searchParams.get('scene') ?? ''
  const launch = { path: 'pages/scan/index', query: `scene=${encodeURIComponent(scene)}`, scene: 1047 }
  const invitee = await stage.arrive(`oSupplier-${vendor}-${Date.now()}`, launch)
  await invitee.tap('begin')
  await invitee.fill('id-number', testPerson.idNumber)
  await invitee.goOn(vendor)
  await invitee.tap('start')
  await invitee.agreePrivacy()
  await passes[vendor]?.(invitee)
  await invitee.status('认证成功')
  expect(invitee.errors).toEqual([])
}

async function jump(invitee: Journey) {
  await invitee.tap('handoff-open')
  await invitee.page.getByText('允许', { exact: true }).locator('visible=true').click()
  return invitee.page.frameLocator('iframe')
}
const passes: Readonly<Record<string, (invitee: Journey) => Promise<void>>> = {
  qiyuesuo: invitee => invitee.act('pass'),
  ess: async invitee => (await jump(invitee)).locator('#verify').click(),
  esign: async invitee => (await jump(invitee)).locator('#pass').first().click(),
}

/** A run of its own may be at it: whoever comes later finds what that one has left. */
const turnsGreen = (meanwhile: () => Promise<void> = async () => {}) =>
  eventually(async () => {
    await meanwhile()
    await sweep()
    return (await page.locator('#list li').first().getAttribute('class')) === 'verified'
  })

test.each(['qiyuesuo', 'ess', 'esign'])('invited, scanned, verified at %s, green', async vendor => {
  const content = await invited()
  expect(await page.locator('#list li').first().getAttribute('class')).toBe('invited')
  await verifies(content, vendor)
  await turnsGreen()
})

/** Whatever waits is due, and the rest of a receiver that failed is over. */
async function anHourLater(): Promise<void> {
  const { world } = stage
  const listed = await world.action(owner, 'delivery.list', { limit: 50 })
  if (!listed.ok) throw new Error(listed.error.code)
  for (const { id, state } of listed.data.items)
    if (state === 'pending') await world.setField('deliveries', id, { dueAt: 1 })
  for (const id of await world.idsOf('endpoints')) await world.setField('endpoints', id, { dueAt: 1 })
}

test('what came while it was down for an hour comes when it is back, and a forged delivery never counts', async () => {
  const content = await invited()
  const { port } = new URL(example.url)
  await example.close()
  await verifies(content, 'qiyuesuo')
  await sweep()
  example = await start(Number(port))
  const forged = await fetch(`${example.url}/webhooks`, { method: 'POST', body: '{}' })
  expect(forged.status).toBe(401)
  await turnsGreen(anHourLater)
  await page.screenshot({ path: 'test/screenshots/example-green.png' })
})
