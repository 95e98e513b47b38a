import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import webpack, { type Compiler } from 'webpack'
import { HashedCopies } from './hashed-copies'

/** What Taro's plugin adds: a source by its methods only, which leaves a hash as it is. */
class CopyAsTaroDoes {
  constructor(readonly text: string) {}

  apply({ hooks, webpack: { Compilation } }: Compiler): void {
    hooks.compilation.tap('CopyAsTaroDoes', compilation => {
      // After the minimizers, which therefore take it as an additional one.
      const stage = Compilation.PROCESS_ASSETS_STAGE_ANALYSE
      compilation.hooks.processAssets.tap({ name: 'CopyAsTaroDoes', stage }, assets => {
        Object.assign(assets, {
          'copy.js': { source: () => this.text, size: () => this.text.length, updateHash: () => () => {} },
        })
      })
    })
  }
}

/** Builds an empty program with such a copy; the digest of the copy as a minimizer takes it. */
function digestOf(text: string, ...more: { apply(compiler: Compiler): void }[]): Promise<string> {
  const context = mkdtempSync(path.join(os.tmpdir(), 'hashed-copies-'))
  writeFileSync(path.join(context, 'index.js'), '')
  let digest = ''
  const minimizer = ({ hooks, webpack: { Compilation, util } }: Compiler) =>
    hooks.compilation.tap('minimizer', compilation => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE
      compilation.hooks.processAssets.tap({ name: 'minimizer', stage, additionalAssets: true }, assets => {
        if (!assets['copy.js']) return
        const hash = util.createHash('sha256')
        compilation.getAsset('copy.js')?.source.updateHash(hash)
        digest = String(hash.digest('hex'))
      })
    })
  const plugins = [...more, { apply: minimizer }, new CopyAsTaroDoes(text)]
  return new Promise((resolve, reject) =>
    webpack(
      { context, entry: './index.js', mode: 'none', output: { path: context }, plugins },
      (error, stats) =>
        error || stats?.hasErrors() ? reject(error ?? new Error(stats?.toString())) : resolve(digest),
    ),
  )
}

test('two versions of a copy look alike to a minimizer, were it not for this', async () => {
  expect(await digestOf('one')).toBe(await digestOf('two'))
  expect(await digestOf('one', new HashedCopies())).not.toBe(await digestOf('two', new HashedCopies()))
  expect(await digestOf('one', new HashedCopies())).toBe(await digestOf('one', new HashedCopies()))
})
