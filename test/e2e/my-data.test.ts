import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { VendorId } from '../../cloudfunctions/domain/words'
import { eventually } from '../support/eventually'
import { openStage } from '../support/stage'
import { testPerson } from '../support/world'

/** 我的信息 as its person walks it, with something open at each vendor; afterwards no file of the cloud knows her. */
const openid = 'oMyDataPerson0000000000000001'
const mobile = '13912345678'
const stage = openStage({ openid: () => openid })
const vendors: readonly VendorId[] = ['qiyuesuo', 'ess', 'esign']

async function begin(vendor: VendorId): Promise<void> {
  const { world } = stage
  const config = await world.action(openid, 'config.get', {})
  if (!config.ok) throw new Error(config.error.code)
  const policy = { vendor, policyVersion: config.data.policy.version, accepted: true } as const
  const consent = await world.action(openid, 'consent.record', policy)
  if (!consent.ok) throw new Error(consent.error.code)
  const started = await world.action(openid, 'verification.start', {
    clientKey: `key-of-my-data-${vendor}`,
    vendor,
    consentId: consent.data.consentId,
    subject: 'person',
    person: { ...testPerson, contact: { type: 'mobile', value: mobile } },
  })
  if (!started.ok) throw new Error(started.error.code)
}

async function states(): Promise<string[]> {
  const list = await stage.world.action(openid, 'verification.list', { limit: 20 })
  return list.ok ? list.data.items.map(({ vendor, state }) => `${vendor} ${state}`).sort() : []
}

/** Every file of the local cloud: the database, its log, the storage. */
function filesWith(text: string): string[] {
  const all = fs.readdirSync(stage.world.dataDir, { recursive: true, withFileTypes: true })
  return all
    .filter(each => each.isFile())
    .map(each => path.join(each.parentPath, each.name))
    .filter(file => fs.readFileSync(file).includes(text))
}

/** What `npm run audit:verify` says of the files as they are now: 0 is whole. */
function verified(): number | null {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'my-data-'))
  for (const name of fs.readdirSync(stage.world.dataDir).filter(each => each.startsWith('documents.')))
    fs.copyFileSync(path.join(stage.world.dataDir, name), path.join(folder, name))
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/audit-verify.ts', folder])
  fs.rmSync(folder, { recursive: true })
  return status
}

test('see, take a copy, withdraw at one vendor, erase the rest; then no byte of her is left', async () => {
  for (const vendor of vendors) await begin(vendor)
  const { journey } = stage
  await journey.tap('my-data')
  await journey.page.locator('#kept-verification:visible').waitFor()
  await journey.shows('保存着什么')
  await journey.screenshot('my-data')
  expect(filesWith(openid)).not.toEqual([])

  await journey.tap('copy')
  await journey.page.locator('#kept-sheet:visible').waitFor()
  await journey.screenshot('my-data-copy')
  await journey.tap('kept-close')

  await journey.tap('withdraw-ess')
  await journey.screenshot('my-data-withdraw')
  await journey.tap('withdraw-yes')
  await journey.page.locator('#withdraw-ess').waitFor({ state: 'detached' })
  expect(await states()).toEqual(['esign ready', 'ess canceled', 'qiyuesuo ready'])
  const { counts: asked } = await stage.world.atEss('/__sandbox/log')

  await journey.tap('erase')
  await journey.screenshot('my-data-erase')
  await journey.tap('erase-yes')
  await journey.page.locator('#nothing:visible').waitFor()
  await journey.screenshot('my-data-nothing')
  expect(await states()).toEqual([])
  expect((await stage.world.atEss('/__sandbox/log')).counts).toEqual(asked)
  // The local cloud empties its log within a second.
  for (const text of [openid, mobile, testPerson.idNumber, testPerson.name, '139****5678', '测***'])
    await eventually(() => {
      expect([text, filesWith(text)]).toEqual([text, []])
      return true
    }, 5000)
  expect(verified()).toBe(0)
  expect(journey.errors).toEqual([])
})
