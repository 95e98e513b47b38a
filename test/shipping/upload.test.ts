import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readBuild } from '../../shipping/build'
import { createUploader } from '../../shipping/deploy/upload'
import { UploadError } from '../../shipping/deploy/uploadError'
import { type ShippedWorld, startShippedWorld } from './shipped'

/** The uploader with a miniprogram-ci in whose place stands what a test says; the real one takes a thousand packages. */
const version = JSON.parse(readFileSync('scripts/check-weapp/package.json', 'utf8')).dependencies[
  'miniprogram-ci'
]
let world: ShippedWorld
let aside: string
let key: string
beforeAll(async () => {
  world = await startShippedWorld()
  const root = mkdtempSync(path.join(os.tmpdir(), 'upload 上传 '))
  aside = path.join(root, 'aside')
  key = path.join(root, 'private.key')
  mkdirSync(path.join(aside, 'node_modules/miniprogram-ci'), { recursive: true })
  for (const name of ['package.json', 'upload.cjs'])
    copyFileSync(path.join('scripts/check-weapp', name), path.join(aside, name))
  writeFileSync(key, 'a key')
})
afterAll(async () => {
  rmSync(path.dirname(aside), { recursive: true })
  await world.close()
})

const uploaded = () => JSON.parse(readFileSync(path.join(aside, 'uploaded.json'), 'utf8'))

/** `upload` is the body of the stand-in's function. */
function uploaderOf(upload: string, installed = version) {
  const folder = path.join(aside, 'node_modules/miniprogram-ci')
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ version: installed, main: 'index.js' }))
  writeFileSync(
    path.join(folder, 'index.js'),
    `const { writeFileSync } = require('node:fs')
    exports.Project = function (given) { Object.assign(this, given) }
    exports.upload = async given => { console.log('hundreds of lines'); ${upload} }
    setInterval(() => {}, 1000)`,
  )
  return createUploader({ environment: world.environment, build: buildOf(), key, uploaded: null, aside })
}
const buildOf = () => readBuild(world.built('0.1.0+aaaaaaaaaaaa'), ['api', 'callback', 'server', 'sweep'])
const writes = `writeFileSync(${JSON.stringify('uploaded.json')}, JSON.stringify(given))`

test('`--only miniprogram` uploads the build as a trial version, and touches nothing in the cloud', async () => {
  const uploader = uploaderOf(
    writes.replace('"uploaded.json"', "require('node:path').join(__dirname, '../../uploaded.json')"),
  )
  const { code, said } = await world.deploy({ only: 'miniprogram' }, { uploader })
  expect(said).toContain('✓ 小程序 mini-program: 小程序 0.1.0+aaaaaaaaaaaa')
  expect([code, world.cloud.state.functions.size, world.cloud.state.collections.size]).toEqual([1, 0, 0])
  expect(uploaded()).toMatchObject({
    version: '0.1.0',
    desc: '0.1.0+aaaaaaaaaaaa',
    robot: 1,
    setting: { useProjectConfig: true },
    project: {
      appid: world.environment.appId,
      type: 'miniProgram',
      projectPath: path.join(buildOf().folder, 'weapp'),
      privateKeyPath: key,
    },
  })
})

test('what was uploaded already is not uploaded again', async () => {
  const uploader = { ...uploaderOf(writes), uploaded: buildOf().miniProgram }
  const { said } = await world.deploy({ only: 'miniprogram', dryRun: true }, { uploader })
  expect(said).toContain('= 小程序 0.1.0+aaaaaaaaaaaa')
})

const failing = (code: unknown, message: string) =>
  `throw Object.assign(new Error(${JSON.stringify(message)}), { code: ${JSON.stringify(code)} })`
const reference = 'reference: https://developers.weixin.qq.com/miniprogram/dev/devtools/ci.html'

/** As miniprogram-ci 2.1.42 words them. */
test.each([
  [20001, 'Error: getaddrinfo ENOTFOUND servicewechat.com', 'UPLOAD_NETWORK (20001) 连不上'],
  [20002, 'error:1E08010C:DECODER routines::unsupported', 'UPLOAD_KEY (20002) 上传密钥不能用来签名'],
  [
    20003,
    `Error: {"errCode":-10008,"errMsg":"invalid ip: 203.0.113.9, ${reference}"}`,
    'UPLOAD_IP (20003/-10008) 本机 203.0.113.9 不在上传的白名单里',
  ],
  [
    20001,
    'Error: errCode: -10008; errMsg: invalid ip: 2001:db8::7, x',
    'UPLOAD_IP (20001/-10008) 本机 2001:db8::7',
  ],
  [
    20003,
    'Error: {"errCode":-1,"errMsg":"get new ticket fail: innerCode: -80002"}',
    'UPLOAD_REFUSED (20003/-1)',
  ],
  [10035, 'packages/verify/person/index.js: unexpected token', 'UPLOAD_PACKAGE (10035) 打包没有通过'],
])('a refusal %j, %j ends the step with a code and what to do', async (code, message, says) => {
  const { code: ended, said } = await world.deploy(
    { only: 'miniprogram' },
    { uploader: uploaderOf(failing(code, message)) },
  )
  expect([ended, said]).toEqual([1, expect.stringContaining(`✗ 小程序 mini-program: ${says}`)])
  expect(said).toContain('还没有做 not done: 小程序 mini-program')
  expect(said).not.toMatch(/reference|ticket fail|hundreds/)
})

test.each([
  [{ code: 20003, inner: null, ip: null }, 'UPLOAD_NETWORK (20003)'],
  [{ code: 0, inner: null, ip: null }, 'UPLOAD_REFUSED 微信没有收下'],
  [{ code: 20003, inner: -10008, ip: null }, 'UPLOAD_IP (20003/-10008) 本机 的出口 IP 不在'],
])('%j is told as %s', (refused, says) => {
  expect(UploadError.of(refused).message).toContain(says)
})

test('a process that ends without a word is a refusal', async () => {
  const { said } = await world.deploy({ only: 'miniprogram' }, { uploader: uploaderOf('process.exit(3)') })
  expect(said).toContain('UPLOAD_REFUSED')
})

test('another version than the pinned one is not used: it is fetched, and when it cannot be, that is said', async () => {
  // There is no lockfile here, without which nothing is fetched.
  const { said } = await world.deploy({ only: 'miniprogram' }, { uploader: uploaderOf(writes, '2.0.0') })
  expect(said).toContain('UPLOAD_TOOL')
})
