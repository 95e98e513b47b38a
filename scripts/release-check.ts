import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/**
 * `npm run release:check`: clones what is committed twice, into folders of other names, installs and builds each as a
 * stranger would, and compares every file that is uploaded. Ends with 1 when one differs. Fetches packages from the
 * network, or from npm's cache.
 */

/** The second is another machine's as far as a build can tell: where it stands, when it is, how names are sorted. */
const clones = [
  { folder: 'a', env: { TZ: 'UTC', LANG: 'C' } },
  { folder: 'b is another 文件夹', env: { TZ: 'Pacific/Auckland', LANG: 'zh_CN.UTF-8' } },
]
const uploaded = ['cloudfunctions', 'weapp', 'notices']

const mostShown = 20

type Hashes = Map<string, string>

function main(): number {
  const root = mkdtempSync(path.join(os.tmpdir(), 'release-check-'))
  try {
    // Both before anything is built: whoever commits meanwhile changes neither.
    for (const { folder } of clones)
      execFileSync('git', ['clone', '--quiet', '.', path.join(root, folder)], {
        stdio: ['ignore', 'ignore', 'inherit'],
      })
    return report(clones.map(({ folder, env }) => buildIn(path.join(root, folder), env)))
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function buildIn(folder: string, env: Record<string, string>): Hashes {
  const run = (program: string, ...args: string[]) =>
    execFileSync(program, args, {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    })
  run('npm', 'ci', '--prefer-offline', '--silent')
  run('npm', 'run', '--silent', 'build', '--', '--force')
  return hashesBelow(path.join(folder, 'dist'))
}

function hashesBelow(dist: string): Hashes {
  const files = uploaded.flatMap(part =>
    readdirSync(path.join(dist, part), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => path.join(entry.parentPath, entry.name)),
  )
  return new Map(files.map(file => [path.relative(dist, file), sha256(readFileSync(file))]))
}

function report([first, second]: Hashes[]): number {
  if (!first || !second) return 1
  const names = [...new Set([...first.keys(), ...second.keys()])].sort()
  const differing = names.filter(name => first.get(name) !== second.get(name))
  for (const name of differing.slice(0, mostShown)) console.error(`differs  ${name}`)
  for (const part of uploaded)
    console.log(`${part.padEnd(14)} ${wholeOf(first, part)} ${wholeOf(second, part)}`)
  console.log(
    differing.length === 0
      ? `equal: ${names.length} files, built twice`
      : `NOT equal: ${differing.length} of ${names.length} files differ`,
  )
  return differing.length === 0 ? 0 : 1
}

function wholeOf(hashes: Hashes, part: string): string {
  const lines = [...hashes]
    .filter(([name]) => name.startsWith(`${part}${path.sep}`))
    .map(entry => entry.join(' '))
  return sha256(lines.sort().join('\n')).slice(0, 32)
}

const sha256 = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex')

process.exitCode = main()
