import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Sizes } from './budget'

/** What the build came to: dist/.functions-sizes.json and dist/weapp. */

const functionsFile = 'dist/.functions-sizes.json'
const weappFolder = 'dist/weapp'

export const mainPackage = 'mini-program, main package'
export const wholePackage = 'mini-program, all packages'

/** Bytes a function may read before its first answer, and the mini-program may have. docs/performance.md */
export const mostBytes: Readonly<Record<string, number>> = {
  api: 1_000_000,
  callback: 1_000_000,
  server: 1_000_000,
  sweep: 1_000_000,
  [mainPackage]: 300_000,
  [wholePackage]: 650_000,
}

/** Of each function what it reads at its start; of the mini-program every file that is uploaded. */
export async function builtSizes(): Promise<Sizes> {
  return { ...JSON.parse(await readFile(functionsFile, 'utf8')), ...(await weappSizes()) }
}

async function weappSizes(): Promise<Sizes> {
  const of: Record<string, number> = {}
  for (const entry of await readdir(weappFolder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    of[path.relative(weappFolder, file).split(path.sep).join('/')] = (await stat(file)).size
  }
  return {
    [mainPackage]: sum(Object.entries(of).filter(([file]) => !file.startsWith('packages/'))),
    [wholePackage]: sum(Object.entries(of)),
  }
}

function sum(files: [string, number][]) {
  const sorted = files.sort(([a], [b]) => (a < b ? -1 : 1))
  return { bytes: files.reduce((total, [, bytes]) => total + bytes, 0), of: Object.fromEntries(sorted) }
}
