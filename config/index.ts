import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { BundledModules } from './bundled-modules'
import { environmentByVersion } from './environments'
import { componentsFile, wordsOfPages } from './lean-templates'
import { PlainCalls } from './plain-calls'
import { namesOfPages } from './short-names.cjs'
import { vendorMiniPrograms, vendorPlugins } from './vendors'

/**
 * Another list of pages is another set of chunks: a cache of before would hand out chunks under their old names. Another
 * class in a style sheet gives others another short name, in files that did not change.
 */
const cacheName = createHash('sha256')
  .update(readFileSync('miniprogram/app.config.ts'))
  .update(JSON.stringify(Object.values(namesOfPages()).map(names => [...names.keys()])))
  .digest('hex')
  .slice(0, 8)

/** What decides how the code is compiled: with another version of these, nothing that was compiled before holds. */
const ownFiles = [
  path.resolve('babel.config.cjs'),
  ...readdirSync(__dirname)
    .filter(file => !file.includes('.test.'))
    .map(file => path.join(__dirname, file)),
]

const [react, reactDom] = ['react.ts', 'react-dom.ts'].map(file => path.resolve(__dirname, file)) as [
  string,
  string,
]

/**
 * Taro's own options are for engines of 2009: they forbid most of what makes code smaller, and write three Chinese
 * characters as eighteen. The oldest phone here has iOS 14 (babel.config.cjs).
 */
const smaller = {
  parse: { ecma: 2020 },
  compress: {
    ecma: 2020,
    passes: 2,
    arrows: true,
    collapse_vars: true,
    comparisons: true,
    computed_props: true,
    hoist_props: true,
    inline: true,
    loops: true,
    negate_iife: true,
    properties: true,
    reduce_funcs: true,
    reduce_vars: true,
    switches: true,
    typeofs: true,
  },
  output: { ecma: 2020, comments: false, ascii_only: false },
}

/** Taro's build: weapp only (docs/architecture.md says why there is no H5 build). */
const config: UserConfigExport<'webpack5'> = {
  projectName: 'realname-hub',
  date: '2026-11-22',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'miniprogram',
  outputRoot: 'dist/weapp',
  // In this order: the second looks at what the first has added.
  plugins: [path.resolve(__dirname, 'aria.ts'), path.resolve(__dirname, 'lean-templates.ts')],
  terser: { enable: true, config: { ...smaller } },
  defineConstants: {
    CLOUD_ENVIRONMENTS: JSON.stringify(environmentByVersion()),
    // For app.config.ts alone.
    VENDOR_PLUGINS: JSON.stringify(vendorPlugins),
    VENDOR_MINI_PROGRAMS: JSON.stringify(vendorMiniPrograms),
  },
  copy: {
    patterns: ['sitemap.json', 'assets/share.png'].map(file => ({
      from: `miniprogram/${file}`,
      to: `dist/weapp/${file}`,
    })),
    options: {},
  },
  framework: 'preact',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  baseLevel: 8,
  mini: {
    // Pages are React's, which makes elements one by one and never out of text.
    runtime: { enableInnerHTML: false },
    // The one room of the functions that pages run too: names and numbers have the same right form on both sides.
    compile: { include: [path.resolve('cloudfunctions/domain/identity'), react, reactDom] },
    // Lengths stay px: rpx grow with the window, and on a computer everything would be three times its size.
    postcss: {
      pxtransform: { enable: false, config: {} },
      cssModules: { enable: false },
      [path.resolve(__dirname, 'short-names-postcss.cjs')]: { enable: true, config: {} },
    },
    // A component that wears another's classes imports its sheet first. The order of all others has no meaning.
    miniCssExtractPluginOption: { ignoreOrder: true },
    webpackChain(chain) {
      chain.merge({
        // `cache.enable` looks for src/app.config, which this project does not have; this line does the same.
        cache: { type: 'filesystem', buildDependencies: { config: ownFiles }, name: `weapp-${cacheName}` },
        module: { parser: { javascript: { exportsPresence: 'error' } } },
      })
      // Taro says es5, and all that webpack adds of its own is written so: a `function` for every name that is exported.
      chain.set('target', ['web', 'es2020'])
      chain.resolve.alias.set('react$', react).set('react-dom', reactDom)
      const through = (loader: string, test: RegExp, options: object) =>
        chain.module
          .rule(loader)
          .test(test)
          .use(loader)
          .loader(path.resolve(__dirname, loader))
          .options(options)
      const words = process.argv.includes('--watch') ? undefined : [...wordsOfPages()].sort()
      through(
        'lean-names.cjs',
        /@tarojs[\\/](shared[\\/]dist[\\/]native-apis|plugin-platform-weapp[\\/]dist[\\/]runtime)\.js$/,
        { words },
      )
      through('lean-components.cjs', /@tarojs[\\/]shared[\\/]dist[\\/]components\.js$/, {
        file: componentsFile,
      })
      through('one-export.cjs', /@tarojs[\\/]taro[\\/]index\.js$/, {})
      chain.plugin('plain-calls').use(PlainCalls)
      // Taro copies what several sub-packages share into each of them. Without groups for it, it is in the main package once.
      chain
        .plugin('miniSplitChunksPlugin')
        .init((Plugin, args) => Object.assign(new Plugin(...args), { getSubCommonCacheGroup: () => ({}) }))
      chain.plugin('bundled-modules').use(BundledModules, [path.resolve('dist/.weapp-modules')])
    },
  },
}

export default defineConfig(config)
