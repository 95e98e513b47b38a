import { createHash } from 'node:crypto'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Remembers from which inputs something was built, so that nothing is built twice from the same. */
export interface Stamp {
  isCurrent(): Promise<boolean>
  write(): Promise<void>
  /** Whoever rebuilds on every change leaves outputs that no stamp describes. */
  clear(): Promise<void>
  /** SHA-256 of the inputs as they are now, in hex. */
  digest(): Promise<string>
}

/** `inputs` are files and folders; `file` keeps the stamp and belongs beside the output. */
export function stampOf(inputs: readonly string[], file: string): Stamp {
  return {
    async isCurrent() {
      return (await readFile(file, 'utf8').catch(() => '')) === (await digest(inputs))
    },
    async write() {
      await writeFile(file, await digest(inputs))
    },
    async clear() {
      await rm(file, { force: true })
    },
    digest: () => digest(inputs),
  }
}

async function digest(inputs: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const input of inputs) {
    for (const file of await filesBelow(input)) {
      hash
        .update(file)
        .update('\0')
        .update(await readFile(file))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

async function filesBelow(place: string): Promise<string[]> {
  const info = await stat(place).catch(() => null)
  if (!info) return []
  if (info.isFile()) return [place]
  const entries = await readdir(place, { withFileTypes: true })
  const nested = await Promise.all(entries.map(entry => filesBelow(path.join(place, entry.name))))
  return nested.flat().sort()
}
