import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build, context, type Metafile } from 'esbuild'
import { bundleOptions } from './functions/bundle'
import { startSize } from './functions/sizes'
import { writeNotices } from './notices'
import { stampOf } from './stamp'

export const functionNames = ['api', 'callback', 'server', 'sweep'] as const
export const functionsRoot = path.resolve('dist/cloudfunctions')
const inputs = [
  'cloudfunctions',
  'docs/openapi.json',
  'scripts/build-functions.ts',
  'scripts/functions/bundle.ts',
  'scripts/functions/leftOut.ts',
  'package-lock.json',
]
const stamp = stampOf(inputs, path.resolve('dist/.functions-stamp'))

/**
 * Bundles each cloud function, wx-server-sdk inside, into dist/cloudfunctions/<name>/{index.js,part-….js,package.json,config.json}.
 * The same folder runs in the local cloud and is uploaded to WeChat's.
 */
export async function buildFunctions({ force = false } = {}): Promise<void> {
  if (!force && (await stamp.isCurrent())) return
  const release = await releaseOf((await stamp.digest()).slice(0, 12))
  const built = await Promise.all(functionNames.map(name => bundled(name, release)))
  await writeNotices(
    'cloudfunctions',
    built.flatMap(({ metafile }) => inputsOf(metafile)),
  )
  const sizes = Object.fromEntries(built.map(({ name, size }) => [name, size]))
  await writeFile('dist/.functions-sizes.json', `${JSON.stringify(sizes, null, 2)}\n`)
  await Promise.all(functionNames.map(name => writeManifests(name, release)))
  await stamp.write()
}

/** Rebuilds a bundle whenever one of its sources changes. Returns the function that stops watching. */
export async function watchFunctions(): Promise<() => Promise<void>> {
  await stamp.clear()
  const release = await releaseOf('watched')
  const contexts = await Promise.all(functionNames.map(name => context(options(name, release))))
  await Promise.all(functionNames.map(name => writeManifests(name, release)))
  await Promise.all(contexts.map(each => each.watch()))
  return async () => {
    await Promise.all(contexts.map(each => each.dispose()))
  }
}

async function bundled(name: string, release: string) {
  const { metafile } = await build(options(name, release))
  return { name, metafile, size: await startSize(metafile, path.join(functionsRoot, name)) }
}

/** The files of which something is in the bundle. */
function inputsOf({ outputs }: Metafile): string[] {
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  )
}

/** Of the same sources always the same, whoever builds them and where. */
async function releaseOf(sources: string): Promise<string> {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'))
  return `${version}+${sources}`
}

const options = (name: string, release: string) =>
  bundleOptions(name, path.join(functionsRoot, name), release)

async function writeManifests(name: string, release: string): Promise<void> {
  const folder = path.join(functionsRoot, name)
  await mkdir(folder, { recursive: true })
  await copyFile(`cloudfunctions/${name}/config.json`, path.join(folder, 'config.json'))
  // No dependencies: everything is in the bundle, so "install in the cloud" has nothing to do.
  const manifest = { name, version: release, private: true, main: 'index.js' }
  await writeFile(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}
