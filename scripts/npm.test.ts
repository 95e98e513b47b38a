import { npmCommand } from './npm'

const windows = {
  platform: 'win32',
  execPath: 'C:\\Program Files\\nodejs\\node.exe',
  npmExecpath: undefined as string | undefined,
  exists: () => true,
}
const mac = {
  platform: 'darwin',
  execPath: '/usr/local/bin/node',
  npmExecpath: undefined,
  exists: () => true,
}
const args = ['ci', '--prefix', 'C:\\Users\\张 三\\实名通']

test('below `npm run` the JavaScript of that npm is run, and no shell takes the arguments apart', () => {
  const npmExecpath = 'D:\\npm\\bin\\npm-cli.js'
  expect(npmCommand(args, { ...windows, npmExecpath })).toEqual([windows.execPath, [npmExecpath, ...args]])
})

test('without it, on Windows, the one beside Node', () => {
  const beside = 'C:\\Program Files\\nodejs\\node_modules\\npm\\bin\\npm-cli.js'
  expect(npmCommand(args, windows)).toEqual([windows.execPath, [beside, ...args]])
  expect(() => npmCommand(args, { ...windows, exists: () => false })).toThrow('npm was not found')
})

test('elsewhere npm is a program; another package manager’s script is not npm', () => {
  expect(npmCommand(['ci'], mac)).toEqual(['npm', ['ci']])
  expect(npmCommand(['ci'], { ...mac, npmExecpath: '/opt/yarn/bin/yarn.js' })).toEqual(['npm', ['ci']])
})
