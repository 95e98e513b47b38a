import { execFile } from 'node:child_process'
import { access, chmod, constants, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { compilersFor, fitsCommandLine, isForeign, slashed } from './compilers'

/**
 * Passes every .wxml, .wxs and .wxss below `root` through wcc and wcsc, WeChat's own compilers, and returns what
 * they complain about. Where this machine cannot run them, that is said and nothing is complained about.
 */
export async function checkCompiled(root: string): Promise<string[]> {
  const files = (await readdir(root, { recursive: true })).map(slashed)
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
const passed = { code: 0, stderr: '' }

async function run(tool: string, args: string[], cwd: string): Promise<{ code: number; stderr: string }> {
  const { platform, arch } = process
  const compilers = compilersFor(platform, arch)
  if ('missing' in compilers) return skipped(compilers.missing)
  if (!fitsCommandLine(platform, args))
    return skipped(`${tool}: more files than a command line of Windows holds.`)
  const home = path.dirname(locate.resolve('miniprogram-compiler/package.json'))
  const binary = path.join(home, 'bin', compilers.folder, tool + compilers.suffix)
  // The tarball carries the binaries without the executable bit.
  await access(binary, constants.X_OK).catch(() => chmod(binary, 0o755))
  return new Promise(resolve => {
    execFile(binary, args, { cwd, maxBuffer: 64 * 1024 * 1024 }, (error, _stdout, stderr) => {
      if (isForeign(error)) resolve(skipped(`${tool}: this machine does not run programs for x64.`))
      else resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stderr })
    })
  })
}

function skipped(why: string): { code: number; stderr: string } {
  console.warn(why)
  return passed
}
