import { cpSync, mkdtempSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openInJsdom } from './jsdom'
import { packWeapp } from './pack'

/** A copy, so that a build beside this test cannot pull the package from under it. */
const dist = mkdtempSync(path.join(os.tmpdir(), 'weapp-'))
beforeAll(() => cpSync('dist/weapp', dist, { recursive: true }))

test('the built package has no template problems', () => {
  expect(packWeapp(dist).problems).toEqual([])
})

test('every page of the built package opens without errors', async () => {
  const app = await openInJsdom(dist, { privacyAgreed: true, cloud: () => new Promise(() => {}) })
  await app.until(() => app.text() || app.sim.stats.setData.length > 0)
  expect(app.sim.stats.setData[0]?.bytes).toBeGreaterThan(0)
  const pages = pagesOf(JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')))
  for (const page of pages) {
    app.sim.relaunch({ path: page, scene: 1011 })
    await app.until(() => app.sim.pages()[0]?.route === page)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  expect(app.errors()).toEqual([])
  expect(app.sim.stats.warnings).toEqual([])
  app.close()
})

interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
}

function pagesOf({ pages, subPackages = [] }: AppJson): string[] {
  return [
    ...pages,
    ...subPackages.flatMap(({ root, pages: inside }) => inside.map(page => `${root}/${page}`)),
  ]
}
