import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { launchBrowser } from '../sandbox/simulator/chromium'
import { openLocalWorld } from '../test/support/local-world'
import { looks } from './gallery/looks'
import { tour } from './gallery/tour'

const folder = path.resolve('docs/pictures')

/** Which stop of the gallery's walks is which picture of the README. */
const wanted: Readonly<Record<string, string>> = {
  'light person home': 'home.png',
  'light person form': 'form.png',
  'light person result': 'result.png',
  'dark person result': 'result-dark.png',
  'light invitation invitee': 'invitee.png',
  'light batch board-sent': 'board.png',
}
/** bytes, all together: they are cloned by everybody. */
const most = 450 * 1024

/** `npm run pictures`: takes the pictures of the README again. Needs `npm run build` first. */
async function main() {
  mkdirSync(folder, { recursive: true })
  const files: string[] = []
  const walks = [...new Set(Object.keys(wanted).map(stop => stop.split(' ')[1]))]
  for (const walk of walks) {
    const troubles = await tour({
      looks: looks.filter(({ id }) => Object.keys(wanted).some(stop => stop.startsWith(`${id} ${walk} `))),
      walk,
      async rest(page, at) {
        const file = wanted[`${at.look} ${at.walk} ${at.name}`]
        if (!file) return
        files.push(path.join(folder, file))
        await page.screenshot({ path: path.join(folder, file), scale: 'css' })
      },
    })
    for (const trouble of troubles) throw new Error(trouble)
  }
  files.push(await consolePicture())
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0)
  console.log(`${files.length} pictures, ${Math.round(bytes / 1024)} KB`)
  if (files.length !== Object.keys(wanted).length + 1 || bytes > most) process.exitCode = 1
}

async function consolePicture(): Promise<string> {
  const file = path.join(folder, 'console.png')
  const world = await openLocalWorld()
  const browser = await launchBrowser()
  const page = await browser.newPage({ viewport: { width: 1440, height: 800 } })
  await page.goto(world.url)
  const phone = page.frameLocator('#phone')
  await phone.locator('#start:visible').click()
  await phone.locator('#name:visible').waitFor()
  await page.locator('[data-fill="person"]').click()
  await page.waitForTimeout(2500)
  await page.screenshot({ path: file })
  await browser.close()
  await world.close()
  return file
}

void main()
