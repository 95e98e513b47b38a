import type { Compiler } from 'webpack'

/**
 * Taro copies what sub-packages share into each of them, as sources that add nothing to a hash. To the minimizers all
 * versions of a file look alike then, and they answer with the first one out of the cache. These become proper sources.
 */
export class HashedCopies {
  apply({ hooks, webpack: { Compilation, sources } }: Compiler): void {
    hooks.compilation.tap('HashedCopies', compilation => {
      // Before the minimizers, which tap the same hook.
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL
      compilation.hooks.processAdditionalAssets.tap({ name: 'HashedCopies', stage }, added => {
        for (const file of Object.keys(added)) {
          if (added[file] instanceof sources.Source) continue
          compilation.updateAsset(file, copy => new sources.RawSource(copy.source()))
        }
      })
    })
  }
}
