import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type BuildOptions, type BuildResult, build, context } from 'esbuild'
import { writeNotices } from './notices'
import { stampOf } from './stamp'

export const functionNames = ['api', 'callback', 'server', 'sweep'] as const
export const functionsRoot = path.resolve('dist/cloudfunctions')
const inputs = ['cloudfunctions', 'docs/openapi.json', 'scripts/build-functions.ts', 'package-lock.json']
const stamp = stampOf(inputs, path.resolve('dist/.functions-stamp'))

/**
 * Bundles each cloud function, wx-server-sdk inside, into dist/cloudfunctions/<name>/{index.js,package.json,config.json}.
 * The same folder runs in the local cloud and is uploaded to WeChat's.
 */
export async function buildFunctions({ force = false } = {}): Promise<void> {
  if (!force && (await stamp.isCurrent())) return
  const release = await releaseOf((await stamp.digest()).slice(0, 12))
  const built = await Promise.all(functionNames.map(name => build(options(name, release))))
  await writeNotices('cloudfunctions', built.flatMap(inputsOf))
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

/** The files of which something is in the bundle. */
function inputsOf({ metafile }: BuildResult): string[] {
  return Object.values(metafile?.outputs ?? {}).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  )
}

/** Of the same sources always the same, whoever builds them and where. */
async function releaseOf(sources: string): Promise<string> {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'))
  return `${version}+${sources}`
}

function options(name: string, release: string): BuildOptions {
  return {
    entryPoints: [`cloudfunctions/${name}/index.ts`],
    outfile: path.join(functionsRoot, name, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node16',
    format: 'cjs',
    legalComments: 'eof',
    metafile: true,
    define: { BUILD_RELEASE: JSON.stringify(release) },
    // An instance reads the whole bundle before its first answer; names stay, for what the log says of errors.
    minifyWhitespace: true,
    logLevel: 'warning',
  }
}

async function writeManifests(name: string, release: string): Promise<void> {
  const folder = path.join(functionsRoot, name)
  await mkdir(folder, { recursive: true })
  await copyFile(`cloudfunctions/${name}/config.json`, path.join(folder, 'config.json'))
  // No dependencies: everything is in the bundle, so "install in the cloud" has nothing to do.
  const manifest = { name, version: release, private: true, main: 'index.js' }
  await writeFile(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}
