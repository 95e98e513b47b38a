import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { npmCommand } from './npm'

/** The npm package of a Node for this machine, and the program in it. */
export function binaryPackage(platform: string, arch: string): { name: string; program: string } {
  const isWindows = platform === 'win32'
  return {
    name: `node-${isWindows ? 'win' : platform}-${arch}`,
    program: isWindows ? 'bin/node.exe' : 'bin/node',
  }
}

/** Where that version of Node is; fetched from npm when it is not there yet. */
export function nodeBinary(version: string, home: string): string {
  const { name, program } = binaryPackage(process.platform, process.arch)
  const folder = path.join(home, version)
  const find = () => createRequire(path.join(folder, 'package.json')).resolve(`${name}/${program}`)
  try {
    return find()
  } catch {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, 'package.json'), '{"private":true}')
    const [npm, args] = npmCommand(['install', '--no-save', '--no-audit', '--no-fund', `${name}@${version}`])
    execFileSync(npm, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
    return find()
  }
}
