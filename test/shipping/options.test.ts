import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readCredentials } from '../../shipping/credentials'
import { readOptions } from '../../shipping/deploy/options'
import { standIn } from '../../shipping/standIn'

test.each([
  [[], { name: null, only: null, dryRun: false, yes: false, back: false, built: false, settings: undefined }],
  [['shop', '--dry-run', '--yes'], { name: 'shop', dryRun: true, yes: true }],
  [['--only', 'rules', '--back', '--built'], { only: 'rules', back: true, built: true }],
  [['--settings', '/tmp/s'], { settings: '/tmp/s' }],
])('npm run deploy -- %j', (args, options) => {
  expect(readOptions(args, {})).toMatchObject(options)
})

test.each([[['--only', 'everything']], [['--force']], [['shop', 'another']], [['--only']]])(
  'npm run deploy -- %j is not understood',
  args => {
    expect(readOptions(args, {})).toBeNull()
  },
)

test('the file with the variables may stand in the environment; the option is stronger', () => {
  const env = { SHIPPING_SETTINGS: '/tmp/env' }
  expect(readOptions([], env)?.settings).toBe('/tmp/env')
  expect(readOptions(['--settings', '/tmp/option'], env)?.settings).toBe('/tmp/option')
})

test('keys are shown to no stand-in but one on this machine', () => {
  expect(standIn({})).toBeNull()
  expect(standIn({ SHIPPING_STAND_IN: 'http://127.0.0.1:8692' })).toBe('http://127.0.0.1:8692')
  for (const url of [
    'http://198.51.100.7:80',
    'https://api.example.com',
    'http://127.0.0.1:80@example.com',
    'http://127.0.0.1.example.com:80',
  ])
    expect(() => standIn({ SHIPPING_STAND_IN: url })).toThrow('只能是本机')
})

describe('keys in a file', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'credentials-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const fileOf = (mode: number) => {
    const file = path.join(folder, String(mode))
    writeFileSync(file, '# by hand\nTENCENTCLOUD_SECRETID=id\r\nTENCENTCLOUD_SECRETKEY=a=b\n', { mode })
    return file
  }

  test('of their owner alone are read, and stand for the environment', () => {
    const env = { SHIPPING_CREDENTIALS: fileOf(0o600), WECHAT_APPSECRET: 'of the environment' }
    expect(readCredentials(env)).toEqual({
      secretId: 'id',
      secretKey: 'a=b',
      token: null,
      appSecret: null,
      uploadKey: null,
    })
  })

  test.each([0o640, 0o604])('that others may read (%o) are not', mode => {
    expect(() => readCredentials({ SHIPPING_CREDENTIALS: fileOf(mode) })).toThrow('chmod 600')
  })
})
