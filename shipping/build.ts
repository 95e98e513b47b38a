import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { zipSync } from 'fflate'
import { record } from '../setup/apis/tencent'

/** What is uploaded: the folder holds `cloudfunctions/<name>/` and `weapp/`, as `npm run build` leaves them in dist/. */
export interface Build {
  folder: string
  /** Of the functions, as they tell it themselves: `0.1.0+1a2b3c4d5e6f`. */
  release: string
  /** SHA-256 over all files of the mini-program, in hex. */
  miniProgram: string
  /** SHA-256 of each function's zip, in hex. */
  hashes: Readonly<Record<string, string>>
  /** Of the same files always the same bytes. */
  zipOf(name: string): Uint8Array
}

/** Any moment will do, as long as it is always the same one. */
const moment = new Date(2000, 0, 1)

/** Throws when something is not there. */
export function readBuild(folder: string, names: readonly string[]): Build {
  const root = path.join(folder, 'cloudfunctions')
  if (!names.every(name => existsSync(path.join(root, name, 'index.js'))))
    throw new Error(`${folder} 里没有编译好的云函数(not built):npm run build`)
  const zips = new Map<string, Uint8Array>()
  const zipOf = (name: string): Uint8Array => {
    const zip = zips.get(name) ?? zipSync(filesOf(path.join(root, name)), { mtime: moment, level: 9 })
    zips.set(name, zip)
    return zip
  }
  const releases = new Set(names.map(name => releaseOf(path.join(root, name))))
  const [release] = releases
  if (!release || releases.size > 1)
    throw new Error(
      `${folder} 里的云函数不是一次编译出来的(built at different times):npm run build -- --force`,
    )
  return {
    folder,
    release,
    zipOf,
    hashes: Object.fromEntries(names.map(name => [name, sha256(zipOf(name))])),
    miniProgram: hashOf(filesOf(path.join(folder, 'weapp'))),
  }
}

function releaseOf(folder: string): string {
  return String(record(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))).version)
}

/** By their paths below the folder, in order, with `/` on every machine. */
function filesOf(folder: string): Record<string, Uint8Array> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .map(file => [path.relative(folder, file).split(path.sep).join('/'), file] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(files.map(([name, file]) => [name, new Uint8Array(readFileSync(file))]))
}

function hashOf(files: Record<string, Uint8Array>): string {
  const hash = createHash('sha256')
  for (const [name, content] of Object.entries(files))
    hash.update(`${name}\0${content.length}\0`).update(content)
  return hash.digest('hex')
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
