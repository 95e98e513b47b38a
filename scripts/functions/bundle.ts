import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type BuildOptions, type OutputFile, type Plugin, transform } from 'esbuild'
import { partsLeftOut } from './leftOut'

/**
 * How one cloud function is bundled: `index.js`, and beside it a file for each part that is imported when it is needed
 * (`await import`), and for what such parts share with the rest. The runtime loads `index.js` with `require` and
 * expects `exports.main`, but esbuild splits ES modules only: it bundles those, and each file is then turned into
 * CommonJS by itself.
 */
export function bundleOptions(name: string, folder: string, release: string) {
  return {
    entryPoints: { index: `cloudfunctions/${name}/index.ts` },
    outdir: folder,
    entryNames: '[name]',
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node16',
    format: 'esm',
    legalComments: 'eof',
    ...smaller,
    metafile: true,
    write: false,
    // Its other edition cannot be taken apart by what is used of it.
    alias: { cockatiel: 'cockatiel/dist/esm/index.js' },
    define: { BUILD_RELEASE: JSON.stringify(release) },
    plugins: [partsLeftOut(), writtenAsCommonJs(folder)],
    logLevel: 'warning',
  } as const satisfies BuildOptions
}

/** An instance reads all of it before its first answer; names stay, for what the log says of errors. */
const smaller = { minifyWhitespace: true, minifySyntax: true }

/** Leaves nothing of an earlier build in the folder: names of parts change with what is in them. */
function writtenAsCommonJs(folder: string): Plugin {
  return {
    name: 'written-as-common-js',
    setup({ onEnd }) {
      onEnd(async ({ outputFiles = [], errors }) => {
        if (errors.length > 0) return
        const files = await Promise.all(outputFiles.map(commonJs))
        await mkdir(folder, { recursive: true })
        const earlier = (await readdir(folder)).filter(file => file.endsWith('.js'))
        await Promise.all(earlier.map(file => rm(path.join(folder, file))))
        await Promise.all(files.map(({ name, code }) => writeFile(path.join(folder, name), code)))
      })
    },
  }
}

async function commonJs({ path: file, text }: OutputFile): Promise<{ name: string; code: string }> {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node16',
    // A part is a file beside this one; `import()` would look at it as at a foreign module.
    supported: { 'dynamic-import': false },
    legalComments: 'eof',
    ...smaller,
  })
  return { name: path.basename(file), code }
}
