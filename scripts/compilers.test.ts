import { compilersFor, fitsCommandLine, isForeign, slashed } from './compilers'

test.each([
  ['linux', 'x64', 'linux', ''],
  ['darwin', 'x64', 'mac', ''],
  ['darwin', 'arm64', 'mac', ''],
  ['win32', 'x64', 'windows', '.exe'],
  ['win32', 'arm64', 'windows', '.exe'],
])('on %s %s they are in %s', (platform, arch, folder, suffix) => {
  expect(compilersFor(platform, arch)).toEqual({ folder, suffix })
})

test.each([
  ['linux', 'arm64'],
  ['linux', 'riscv64'],
  ['freebsd', 'x64'],
  ['constructor', 'x64'],
])('on %s %s there are none, which is said in a sentence', (platform, arch) => {
  expect(compilersFor(platform, arch)).toEqual({ missing: expect.stringContaining(`${platform} ${arch}`) })
})

test('Windows takes a command line of 30,000 characters, others any', () => {
  const args = (count: number) => Array.from({ length: count }, () => 'x'.repeat(97))
  expect(fitsCommandLine('win32', args(300))).toBe(true)
  expect(fitsCommandLine('win32', args(301))).toBe(false)
  expect(fitsCommandLine('linux', args(5000))).toBe(true)
})

test('a program for another machine is no fault of what was built', () => {
  for (const code of ['ENOEXEC', 'EBADARCH', 'UNKNOWN']) expect(isForeign({ code })).toBe(true)
  expect(isForeign({ code: 'Unknown system error -86', errno: -86 })).toBe(true)
  for (const error of [{ code: 1 }, { code: 'ENOENT' }, null]) expect(isForeign(error)).toBe(false)
})

test('paths of Windows are written as the compilers read them', () => {
  expect(slashed('packages\\verify\\测试 目录\\index.wxml')).toBe('packages/verify/测试 目录/index.wxml')
})
