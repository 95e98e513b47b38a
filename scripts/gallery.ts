import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { sandboxOperatorCode } from '../sandbox/settings'
import { launchBrowser } from '../sandbox/simulator/chromium'
import { openLocalWorld } from '../test/support/local-world'
import { looks } from './gallery/looks'
import { galleryPage, type Picture } from './gallery/page'
import { openPhone } from './gallery/phone'
import { walks } from './gallery/walks'

const folder = path.resolve('dist/gallery')

/**
 * `npm run gallery [-- --look dark --walk batch]`: walks through the compiled mini-program in every look and puts all
 * screens side by side into dist/gallery/index.html. Needs `npm run build` first. A walk that cannot go on is said, with
 * the picture of where it stood, and so is a page that no walk comes to; the exit code is 1 then.
 */
async function main() {
  const { values: only } = parseArgs({ options: { look: { type: 'string' }, walk: { type: 'string' } } })
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const browser = await launchBrowser()
  const pictures: Picture[] = []
  for (const look of looks.filter(({ id }) => only.look === undefined || id === only.look)) {
    // A world of its own: every look starts from nothing.
    const world = await openLocalWorld({ vendors: { ess: { taskDelayMs: 200 } } })
    const owner = 'oGalleryOwner'
    await world.action(owner, 'operator.claim', { code: sandboxOperatorCode })
    for (const [name, walk] of Object.entries(walks)) {
      if (only.walk !== undefined && name !== only.walk) continue
      const phone = await openPhone({ browser, world, look, folder, walk: name, owner }, picture => {
        pictures.push({ ...picture, walk: name, look: look.id })
      })
      try {
        await walk(phone)
      } catch (error) {
        await phone.shot('stuck')
        console.error(
          `${look.id}: ${name} went no further: ${error instanceof Error ? error.message : error}`,
        )
        process.exitCode = 1
      }
      await phone.close()
    }
    await world.close()
    console.log(`${look.id}: ${pictures.filter(each => each.look === look.id).length} screens`)
  }
  await browser.close()
  if (only.walk === undefined) {
    const missing = pagesOf('dist/weapp/app.json').filter(
      page => !pictures.some(({ route }) => route === page),
    )
    if (missing.length > 0) {
      console.error(`no walk comes to: ${missing.join(', ')}`)
      process.exitCode = 1
    }
  }
  writeFileSync(path.join(folder, 'index.html'), galleryPage(looks, pictures))
  console.log(path.join(folder, 'index.html'))
}

/** Every page of the compiled mini-program. */
function pagesOf(file: string): string[] {
  const { pages, subPackages } = JSON.parse(readFileSync(file, 'utf8')) as {
    pages: string[]
    subPackages: { root: string; pages: string[] }[]
  }
  return [
    ...pages,
    ...subPackages.flatMap(({ root, pages: own }) => own.map(page => path.posix.join(root, page))),
  ]
}

void main()
