/** Where the npm package keeps WeChat's own compilers for this machine; or why there are none, in a sentence. */
export type Compilers = { folder: string; suffix: string } | { missing: string }

const folders: Readonly<Record<string, { folder: string; suffix: string; archs: readonly string[] }>> = {
  linux: { folder: 'linux', suffix: '', archs: ['x64'] },
  // Built for x64; macOS and Windows on arm64 run it all the same.
  darwin: { folder: 'mac', suffix: '', archs: ['x64', 'arm64'] },
  win32: { folder: 'windows', suffix: '.exe', archs: ['x64', 'ia32', 'arm64'] },
}

export function compilersFor(platform: string, arch: string): Compilers {
  const known = Object.hasOwn(folders, platform) ? folders[platform] : undefined
  if (known?.archs.includes(arch)) return { folder: known.folder, suffix: known.suffix }
  return {
    missing: `WeChat's compilers are not made for ${platform} ${arch}: dist/weapp was built and not passed through them; an x64 machine or DevTools does that.`,
  }
}

/** Windows takes 32,767 characters in all; what is left over is for the quotes it adds. */
const longestOnWindows = 30_000

/** Whether a program can be started with these arguments. Elsewhere there is room for megabytes. */
export function fitsCommandLine(platform: string, args: readonly string[]): boolean {
  if (platform !== 'win32') return true
  return args.reduce((sum, arg) => sum + arg.length + 3, 0) <= longestOnWindows
}

/** What a system says of a program that is made for another machine. */
const foreign = new Set<unknown>(['ENOEXEC', 'EBADARCH', 'UNKNOWN'])

/** Node has no name for it. */
const badArchOnMac = -86

/** The program is there, and this machine cannot run it: an arm64 Mac without Rosetta. */
export const isForeign = (error: unknown): boolean =>
  foreign.has(Object(error).code) || Object(error).errno === badArchOnMac

/** As the compilers want it, whatever the machine puts between the parts of a path. */
export const slashed = (file: string): string => file.replaceAll('\\', '/')
