import { existsSync } from 'node:fs'
import path from 'node:path'

interface Machine {
  platform: string
  /** Of Node. */
  execPath: string
  /** What `npm run` tells its children: its own JavaScript. */
  npmExecpath: string | undefined
  exists(file: string): boolean
}

const here: Machine = {
  platform: process.platform,
  execPath: process.execPath,
  npmExecpath: process.env.npm_execpath,
  exists: existsSync,
}

/**
 * npm as a child process: program and arguments. On Windows npm is a script for a shell, and a shell would take a folder
 * with a blank in its name apart; so its JavaScript is given to Node wherever it is known.
 */
export function npmCommand(args: readonly string[], machine: Machine = here): [string, string[]] {
  const { platform, execPath, npmExecpath, exists } = machine
  const { dirname, join } = platform === 'win32' ? path.win32 : path.posix
  const beside = join(dirname(execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js')
  const candidates = [npmExecpath, platform === 'win32' ? beside : undefined]
  const script = candidates.find(file => file?.endsWith('npm-cli.js') && exists(file))
  if (script) return [execPath, [script, ...args]]
  if (platform === 'win32')
    throw new Error('npm was not found beside node: run this through `npm run`, or install Node with npm')
  return ['npm', [...args]]
}
