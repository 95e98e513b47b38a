import { execFile } from 'node:child_process'
import { access, chmod, constants, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

/**
 * Passes every .wxml, .wxs and .wxss below `root` through wcc and wcsc, WeChat's own compilers, and returns what
 * they complain about. The npm package holds binaries for Linux, macOS and Windows.
 */
export async function checkCompiled(root: string): Promise<string[]> {
  const files = (await readdir(root, { recursive: true })).map(file => file.split(path.sep).join('/'))
  const templates = files.filter(file => /\.(wxml|wxs)$/.test(file))
  const styles = files.filter(file => file.endsWith('.wxss'))
  const problems: string[] = []
  const wcc = await run('wcc', ['-d', '-cc', '0', ...templates, '-gn', '$gwx'], root)
  if (wcc.code !== 0) problems.push(`wcc: ${wcc.stderr.trim()}`)
  // wcsc exits 0 even when it found an error.
  const wcsc = await run('wcsc', ['-lc', ...styles], root)
  if (wcsc.code !== 0 || /ERR:/.test(wcsc.stderr)) problems.push(`wcsc: ${wcsc.stderr.trim()}`)
  return problems
}

const locate = createRequire(path.resolve('package.json'))
const folders: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'mac', win32: 'windows' }

async function run(tool: string, args: string[], cwd: string): Promise<{ code: number; stderr: string }> {
  const folder = folders[process.platform]
  if (!folder) return { code: 0, stderr: '' }
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const home = path.dirname(locate.resolve('miniprogram-compiler/package.json'))
  const binary = path.join(home, 'bin', folder, tool + suffix)
  // The tarball carries the binaries without the executable bit.
  await access(binary, constants.X_OK).catch(() => chmod(binary, 0o755))
  return new Promise(resolve => {
    execFile(binary, args, { cwd, maxBuffer: 64 * 1024 * 1024 }, (error, _stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stderr })
    })
  })
}
