import { execFile } from 'node:child_process'
import { access, copyFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import sparticuz from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

/** `CHROMIUM_PATH` names a browser of your own; elsewhere than on Linux x64 it is needed. */
const browserVariable = 'CHROMIUM_PATH'

const locate = createRequire(path.resolve('package.json'))
const fonts = ['NotoSansHans-Regular.otf', 'NotoSansHans-Bold.otf']
const release = 'realname-hub-chromium-143'

/** The package's flags serve a Lambda; these make tests flaky or pages laxer than a phone's. */
const unwanted =
  /^--(single-process|no-zygote|in-process-gpu|disable-web-security|allow-running-insecure-content|headless|disable-features=.*site-per-process)/

/** Starts the browser that comes with the npm packages. Needs no library or font of the system. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env[browserVariable]
  if (own) return chromium.launch({ executablePath: own })
  const folder = await unpackBrowser()
  return chromium.launch({
    executablePath: path.join(folder, 'chromium'),
    args: [...sparticuz.args.filter(flag => !unwanted.test(flag)), '--disable-gpu'],
    env: browserEnvironment(folder),
  })
}

/** What makes the browser find its libraries and fonts in `folder` first. */
export function browserEnvironment(folder: string): Record<string, string> {
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  const libraries = [path.join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH]
    .filter(Boolean)
    .join(':')
  return {
    ...Object.fromEntries(inherited),
    HOME: folder,
    LD_LIBRARY_PATH: libraries,
    FONTCONFIG_PATH: path.join(folder, 'fonts'),
  }
}

/**
 * Unpacks browser, libraries and fonts once per machine and user, below the system's temporary folder. The work is
 * done aside and moved into place in one step, so that two processes may start at once.
 */
export async function unpackBrowser(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`the packed browser is for Linux x64; set ${browserVariable} to a Chromium of your own`)
  const folder = path.join(os.tmpdir(), `${release}-${os.userInfo().uid}`)
  if (await exists(path.join(folder, 'chromium'))) return folder
  const staging = await mkdtemp(path.join(os.tmpdir(), `${release}-unpacking-`))
  try {
    await inflate(staging)
    await addFonts(staging, folder)
    await rename(staging, folder).catch(async error => {
      if (!(await exists(path.join(folder, 'chromium')))) throw error
    })
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
  return folder
}

/**
 * The package unpacks into `os.tmpdir()` and adds its libraries only when it believes to be on Amazon Linux 2023,
 * so it runs in a process of its own, with an environment that says both.
 */
async function inflate(target: string): Promise<void> {
  const script = `require(${JSON.stringify(locate.resolve('@sparticuz/chromium'))}).executablePath()`
  await promisify(execFile)(process.execPath, ['-e', script], {
    env: { ...process.env, TMPDIR: target, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  })
}

async function addFonts(staging: string, folder: string): Promise<void> {
  const source = path.dirname(path.dirname(locate.resolve('@embedpdf/fonts-sc')))
  const target = path.join(staging, 'fonts')
  await mkdir(target, { recursive: true })
  await Promise.all(fonts.map(font => copyFile(path.join(source, 'fonts', font), path.join(target, font))))
  await writeFile(
    path.join(target, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Noto Sans Hans</family></prefer></alias>
  <alias><family>Noto Sans SC</family><prefer><family>Noto Sans Hans</family></prefer></alias>
</fontconfig>
`,
  )
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
