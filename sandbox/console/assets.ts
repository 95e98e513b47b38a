/** The page's own files, read and bundled once at start. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { pageHtml } from './page'

export interface Asset {
  type: string
  text: string
}

/** In the order of the cascade. */
const styles = ['base.css', 'frame.css', 'panels.css', 'scan.css', 'guide.css', 'sizes.css']

/** Path → file. */
export async function loadAssets(): Promise<Record<string, Asset>> {
  const bundle = await build({
    entryPoints: [join(__dirname, 'browser/main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
  })
  return {
    '/': { type: 'text/html; charset=utf-8', text: pageHtml() },
    '/console.css': { type: 'text/css; charset=utf-8', text: styles.map(read).join('\n') },
    '/console.js': {
      type: 'text/javascript; charset=utf-8',
      text: bundle.outputFiles.map(file => file.text).join(''),
    },
  }
}

function read(name: string): string {
  return readFileSync(join(__dirname, 'style', name), 'utf8')
}
