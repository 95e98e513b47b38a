import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readBuild } from '../../shipping/build'
import { prepare } from '../../shipping/deploy/prepare'
import { createReleases, type Releases } from '../../shipping/deploy/releases'
import { type ShippedWorld, startShippedWorld, variables } from './shipped'

const names = ['api', 'callback', 'server', 'sweep']
const [first, second, third] = ['0.1.0+aaaaaaaaaaaa', '0.2.0+bbbbbbbbbbbb', '0.3.0+cccccccccccc'] as const
let world: ShippedWorld
let releases: Releases
beforeEach(async () => {
  world = await startShippedWorld()
  releases = createReleases(path.join(path.dirname(world.built(first)), 'releases'))
})
afterEach(() => world.close())

const buildOf = (release: string) => readBuild(world.built(release), names)
const at = (day: number) => new Date(Date.UTC(2026, 10, day))

async function deploy(release: string, day: number): Promise<void> {
  const build = buildOf(release)
  await world.deploy({}, { build })
  releases.keep(build, false, at(day))
}
const goBack = () =>
  prepare({ environment: world.environment, account: world.account(), variables, releases, back: true })

test('the build before is found, whatever was deployed since, and what goes back is what was deployed then', async () => {
  await deploy(first, 1)
  await deploy(second, 2)
  await deploy(third, 3)
  const { build } = await goBack()
  expect([build.release, build.hashes]).toEqual([second, buildOf(second).hashes])
  await world.deploy({}, { build })
  releases.keep(build, false, at(4))
  // Back again is one further, not forward.
  expect((await goBack()).build.release).toBe(first)
})

test('with nothing before, that is said', async () => {
  await deploy(first, 1)
  await expect(goBack()).rejects.toThrow('没有更早的版本')
})

test('a record says what was deployed, and holds no setting', async () => {
  await deploy(first, 1)
  const file = path.join(releases.folderOf(first), 'record.json')
  const text = readFileSync(file, 'utf8')
  expect(JSON.parse(text)).toMatchObject({
    release: first,
    functions: buildOf(first).hashes,
    isUploaded: false,
  })
  for (const name of ['SEAL_KEYS', 'LOOKUP_KEY', 'OPERATOR_SETUP_CODE'])
    expect(text).not.toContain(variables[name])
})

test('five are kept, the newest', () => {
  const all = [1, 2, 3, 4, 5, 6].map(each => `0.1.${each}+aaaaaaaaaaaa`)
  for (const [index, release] of all.entries()) releases.keep(buildOf(release), false, at(index + 1))
  expect(releases.all().map(({ release }) => release)).toEqual(all.slice(1))
  expect(existsSync(releases.folderOf(all[0] ?? ''))).toBe(false)
})

test('the same files make the same zip, whenever and wherever it is made', () => {
  const here = buildOf(first)
  releases.keep(here, false, at(1))
  expect(readBuild(releases.folderOf(first), names).hashes).toEqual(here.hashes)
})
