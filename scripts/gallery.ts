import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { looks } from './gallery/looks'
import { galleryPage, type Picture } from './gallery/page'
import { tour } from './gallery/tour'

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
  const pictures: Picture[] = []
  const troubles = await tour({
    looks: looks.filter(({ id }) => only.look === undefined || id === only.look),
    walk: only.walk,
    async rest(page, { walk, look, name }) {
      const file = `${look}-${walk}-${name}.png`
      await page.screenshot({ path: path.join(folder, file) })
      const route = String(await page.evaluate('__sim.pages().at(-1)?.route'))
      pictures.push({ walk, look, name, file, route })
    },
  })
  if (only.walk === undefined) {
    const missing = pagesOf('dist/weapp/app.json').filter(
      page => !pictures.some(({ route }) => route === page),
    )
    if (missing.length > 0) troubles.push(`no walk comes to: ${missing.join(', ')}`)
  }
  writeFileSync(path.join(folder, 'index.html'), galleryPage(looks, pictures))
  for (const trouble of troubles) console.error(trouble)
  if (troubles.length > 0) process.exitCode = 1
  console.log(`${pictures.length} screens`)
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
