import path from 'node:path'
import { build } from 'esbuild'

let script: Promise<string> | null = null

/** The simulator as one script for a browser or jsdom: it sets `__wxboot` and `__wxstorage`. */
export function simulatorScript(): Promise<string> {
  script ??= bundle().catch(error => {
    script = null
    throw error
  })
  return script
}

async function bundle(): Promise<string> {
  const result = await build({
    entryPoints: [path.resolve('sandbox/simulator/runtime/index.ts')],
    bundle: true,
    format: 'iife',
    target: 'chrome100',
    mainFields: ['module', 'main'],
    write: false,
    logLevel: 'warning',
  })
  const output = result.outputFiles[0]
  if (!output) throw new Error('esbuild gave no output')
  return output.text
}
