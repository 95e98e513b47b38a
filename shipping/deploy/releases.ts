import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import type { Build } from '../build'

const recordSchema = v.object({
  release: v.string(),
  /** Of the tree it was deployed from; `+` behind it: with changes nobody had committed. */
  commit: v.string(),
  /** ISO; when it was deployed first, and last. */
  firstAt: v.string(),
  lastAt: v.string(),
  /** SHA-256 of the zips, and of the mini-program. */
  functions: v.record(v.string(), v.string()),
  miniProgram: v.string(),
  /** Whether the mini-program went with it. */
  isUploaded: v.boolean(),
})
export type ReleaseRecord = v.InferOutput<typeof recordSchema>

/** As many are kept to go back to. */
const mostKept = 5

/** What was deployed to one environment from this machine: `<root>/<release>/`, a record and the build itself. */
export interface Releases {
  /** Oldest first, by their first deployment. */
  all(): ReleaseRecord[]
  /** The one before `release`, or before the newest when it is not known; null: there is none. */
  before(release: string | null): ReleaseRecord | null
  folderOf(release: string): string
  keep(build: Build, isUploaded: boolean, now: Date): void
}

export function createReleases(root: string): Releases {
  const folderOf = (release: string) => path.join(root, release.replace('+', '-'))
  const all = (): ReleaseRecord[] =>
    (existsSync(root) ? readdirSync(root) : [])
      .map(name => path.join(root, name, 'record.json'))
      .filter(file => existsSync(file))
      .map(file => v.parse(recordSchema, JSON.parse(readFileSync(file, 'utf8'))))
      .sort((a, b) => (a.firstAt < b.firstAt ? -1 : 1))
  return {
    all,
    folderOf,
    before(release) {
      const records = all()
      const at = records.findIndex(each => each.release === release)
      return records[(at < 0 ? records.length : at) - 1] ?? null
    },
    keep(build, isUploaded, now) {
      const { release, hashes, miniProgram } = build
      const folder = folderOf(release)
      const known = all().find(each => each.release === release)
      if (path.resolve(folder) !== path.resolve(build.folder)) {
        rmSync(folder, { recursive: true, force: true })
        mkdirSync(folder, { recursive: true })
        for (const part of ['cloudfunctions', 'weapp'])
          cpSync(path.join(build.folder, part), path.join(folder, part), { recursive: true })
      }
      const entry: ReleaseRecord = {
        release,
        commit: commitHere(),
        firstAt: known?.firstAt ?? now.toISOString(),
        lastAt: now.toISOString(),
        functions: { ...hashes },
        miniProgram,
        isUploaded: isUploaded || (known?.isUploaded === true && known.miniProgram === miniProgram),
      }
      writeFileSync(path.join(folder, 'record.json'), `${JSON.stringify(entry, null, 2)}\n`)
      for (const old of all().slice(0, -mostKept))
        if (old.release !== release) rmSync(folderOf(old.release), { recursive: true, force: true })
    },
  }
}

function commitHere(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim()
  try {
    return `${git('rev-parse', 'HEAD')}${git('status', '--porcelain') ? '+' : ''}`
  } catch {
    return 'unknown'
  }
}
