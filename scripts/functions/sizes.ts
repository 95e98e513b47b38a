import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Metafile } from 'esbuild'
import { packageOf } from '../notices'

/** Bytes of one function as built. */
export interface Sizes {
  /** Of `index.js` and the parts it loads at once: what an instance reads before its first answer. */
  start: number
  /** Of all its code. */
  whole: number
  /** What is in `start`, by package and by room of ours, before the last step of the build. */
  startOf: Record<string, number>
}

/** Of a function whose files have been written into `folder`. */
export async function sizesOf({ outputs }: Metafile, folder: string): Promise<Sizes> {
  const atOnce = loadedAtOnce(outputs)
  const startOf: Record<string, number> = {}
  let [start, whole] = [0, 0]
  for (const [file, { inputs }] of Object.entries(outputs)) {
    const { size } = await stat(path.join(folder, path.basename(file)))
    whole += size
    if (!atOnce.has(file)) continue
    start += size
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const group = groupOf(input)
      startOf[group] = (startOf[group] ?? 0) + bytesInOutput
    }
  }
  return {
    start,
    whole,
    startOf: Object.fromEntries(Object.entries(startOf).sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

function loadedAtOnce(outputs: Metafile['outputs']): Set<string> {
  const found = new Set(Object.keys(outputs).filter(file => path.basename(file) === 'index.js'))
  for (const file of found)
    for (const { path: imported, kind, external } of outputs[file]?.imports ?? [])
      if (kind === 'import-statement' && !external) found.add(imported)
  return found
}

/** `cloudfunctions/usecases/batch`, `node_modules/bson`. */
function groupOf(input: string): string {
  return packageOf(input) ?? path.dirname(input).split('/').slice(0, 3).join('/')
}
