import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Metafile } from 'esbuild'
import type { Size } from '../budget/budget'
import { packageOf } from '../notices'

/**
 * What an instance reads before its first answer: `index.js` and the parts it loads at once, written into `folder`; and
 * what is in there, by package and by room of ours, before the last step of the build.
 */
export async function startSize({ outputs }: Metafile, folder: string): Promise<Size> {
  const groups: Record<string, number> = {}
  let bytes = 0
  for (const file of loadedAtOnce(outputs)) {
    bytes += (await stat(path.join(folder, path.basename(file)))).size
    for (const [input, { bytesInOutput }] of Object.entries(outputs[file]?.inputs ?? {})) {
      const group = groupOf(input)
      groups[group] = (groups[group] ?? 0) + bytesInOutput
    }
  }
  const sorted = Object.entries(groups).sort(([a], [b]) => (a < b ? -1 : 1))
  return { bytes, of: Object.fromEntries(sorted) }
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
