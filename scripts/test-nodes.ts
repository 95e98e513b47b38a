import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import iconv from 'iconv-lite'
import { toBuffer } from 'qrcode'
import { writeXlsx } from '../cloudfunctions/platform/sheet'
import { callEnvironment, instanceEnvironment } from '../sandbox/cloud/environment'
import { freeSettings, sandboxOperatorCode } from '../sandbox/settings'
import { functionSettings, type Stack, startStack, urlsOf } from '../sandbox/stack'
import { jpegCode } from '../test/support/jpeg-code'
import { buildFunctions, functionNames, functionsRoot } from './build-functions'
import { buildWeapp } from './build-weapp'
import { nodeBinary } from './node-binary'
import { startOn, testOn } from './on-this-node'

/**
 * `npm run test:nodes`: `npm start` and some tests on the Node versions people have; and a person's start, spreadsheets
 * read and written, a notice and a sweep in the built bundles, on the Node versions of the cloud, against the local cloud
 * and the vendor's simulator; and a sheet of codes written there. The Node binaries come from npm
 * (`node-<platform>-<arch>`), which is the one thing here that needs the network.
 */
const runtimes = ['16.13.2', '18.15.0', '20.19.6', '22.21.1', '24.11.1']
const machines = ['20.19.6', '22.21.1', '24.11.1']
const home = path.resolve('.cache/nodes')
const run = promisify(execFile)

type FunctionName = (typeof functionNames)[number]

/** Runs inside that Node: loads a bundle and uses it. */
const probe = `
const [file, name, code, ...sheets] = process.argv.slice(2)
const { main } = require(file)
const call = async (action, input) => {
  const answer = await main({ action, input })
  if (!answer.ok) throw new Error(action + ' ' + answer.error.code)
  return answer.data
}
const runs = {
  async api() {
    const { policy } = await call('config.get')
    const { consentId } = await call('consent.record', { vendor: 'qiyuesuo', policyVersion: policy.version, accepted: true })
    const person = { contact: { type: 'mobile', value: '13800138000' } }
    const clientKey = 'node-' + process.version.replace(/\\W/g, '') + '-0000000000'
    const started = await call('verification.start', { clientKey, vendor: 'qiyuesuo', subject: 'person', consentId, person })
    const { verification } = await call('verification.refresh', { id: started.verification.id })
    await call('operator.claim', { code })
    const totals = []
    for (const [index, fileId] of sheets.entries()) {
      const { batch } = await call('batch.create', {
        clientKey: clientKey + index, title: 'node', linkMode: 'single', source: { kind: 'file', fileId },
      })
      totals.push(batch.sendable)
    }
    const template = await call('batch.template')
    const zipped = Buffer.from(template.content, 'base64').toString('latin1', 0, 2) === 'PK'
    return [started.outcome, started.handoff.kind, verification.state, ...totals, zipped].join(' ')
  },
  callback: async () => 'status ' + (await main({ httpMethod: 'POST', path: '/a/b/1/c', headers: {}, body: '' })).statusCode,
  server: async () => 'status ' + (await main({ httpMethod: 'GET', path: '/v1/events', headers: {}, body: '' })).statusCode,
  sweep: async () => 'failed ' + (await main({ Type: 'Timer' })).failed,
}
runs[name]().then(text => console.log('SAYS ' + text), error => { console.error(error); process.exit(1) })
`
const expected: Record<FunctionName, string> = {
  api: 'started plugin ready 2 2 true',
  callback: 'status 404',
  server: 'status 401',
  sweep: 'failed 0',
}

/** Runs inside that Node: writes a sheet of a PNG as QR codes are, and of a JPEG. */
const sheetProbe = `
const [file, ...images] = process.argv.slice(2)
const codes = images.map(image => ({ image: Buffer.from(image, 'base64'), lines: ['1 测*员', '劳动合同', '微信扫一扫'] }))
require(file).writeCodeSheet({ title: '邀请码', footer: '示例公司', codes }).then(
  pdf => console.log('SAYS ' + pdf.toString('latin1', 0, 5) + ' ' + pdf.includes('/DCTDecode')),
  error => { console.error(error); process.exit(1) },
)
`
const expectedOfSheet = '%PDF- true'

async function main(): Promise<void> {
  await buildFunctions()
  await buildWeapp()
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'realname-hub-'))
  const stack = await startStack(freeSettings(dataDir), { timers: false })
  let [passed, failed] = [0, 0]
  const judge = (version: string, name: string, said: string, wanted: string) => {
    const good = said.includes(`SAYS ${wanted}`)
    if (good) passed += 1
    else failed += 1
    console.log(`${good ? 'passed' : 'FAILED'}  node ${version}  ${name}${good ? '' : `\n${said}`}`)
  }
  try {
    for (const version of machines) {
      judge(version, 'npm start', await startOn(nodeBinary(version, home)), 'page 200, ended 0')
      judge(version, 'tests', await testOn(nodeBinary(version, home)), 'ended 0')
    }
    for (const version of runtimes) {
      const node = nodeBinary(version, home)
      for (const name of functionNames)
        judge(version, name, await use(stack, node, version, name), expected[name])
      judge(version, 'code sheet', await writeSheet(node), expectedOfSheet)
    }
  } finally {
    await stack.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
}

async function use(stack: Stack, node: string, version: string, name: FunctionName): Promise<string> {
  const script = path.join(home, 'probe.cjs')
  writeFileSync(script, probe)
  const extra = name === 'api' ? [await codeFor(stack), ...(await sheets(stack, version))] : []
  const platform = {
    envId: 'sandbox-env',
    appId: 'wxsandbox0000000001',
    gatewayUrl: `${stack.cloud.url}/admin`,
  }
  const origin =
    name === 'api'
      ? ({ trigger: 'client', source: 'wx_client', openid: `oNode${version.replace(/\D/g, '')}` } as const)
      : ({ trigger: name === 'sweep' ? 'timer' : 'http', source: 'wx_http' } as const)
  const env = {
    ...instanceEnvironment(platform, functionSettings(stack.cloud.url, urlsOf(stack.vendors)), 'test-nodes'),
    ...callEnvironment(platform, origin),
  }
  return outputOf(node, [script, path.join(functionsRoot, name, 'index.js'), name, ...extra], env)
}

/** The module by itself, bundled as the functions are. */
async function writeSheet(node: string): Promise<string> {
  const [script, bundle] = [path.join(home, 'sheet-probe.cjs'), path.join(home, 'code-sheet.js')]
  writeFileSync(script, sheetProbe)
  await build({
    entryPoints: ['cloudfunctions/platform/codeSheet/index.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    target: 'node16',
    format: 'cjs',
  })
  const images = [await toBuffer('https://example.com/i'), jpegCode].map(image => image.toString('base64'))
  return outputOf(node, [script, bundle, ...images])
}

function outputOf(node: string, args: string[], env?: Record<string, string>): Promise<string> {
  return run(node, args, { env }).then(
    ({ stdout, stderr }) => stdout + stderr,
    error => String(error.stderr ?? error),
  )
}

const ownerOpenid = 'oNodeOwner'

/** Every run is another person, and needs a code of its own to become an operator. */
async function codeFor(stack: Stack): Promise<string> {
  const owner = { openid: ownerOpenid }
  await stack.cloud.invoke('api', { action: 'operator.claim', input: { code: sandboxOperatorCode } }, owner)
  const invitation = { action: 'operator.invite', input: { role: 'operator', label: 'node' } }
  const { data } = (await stack.cloud.invoke('api', invitation, owner)) as { data: { code: string } }
  return data.code
}

/** The same two fictitious organizations as .xlsx and as .csv in GBK. */
async function sheets(stack: Stack, version: string): Promise<string[]> {
  const headings = [
    '企业名称',
    '统一社会信用代码',
    '法定代表人',
    '管理员姓名',
    '管理员手机号',
    '管理员证件号',
  ]
  const admin = ['测试员乙', '测试员甲', '13800138000', '110101199001010015']
  const rows = [
    ['示例第1号贸易有限公司', '91110000MA0000001L', ...admin],
    ['示例第2号贸易有限公司', '91110000MA0000002P', ...admin],
  ]
  const xlsx = await writeXlsx({
    name: '名单',
    columns: headings.map(heading => ({ heading, width: 20 })),
    rows,
  })
  const csv = iconv.encode([headings, ...rows].map(row => row.join(',')).join('\r\n'), 'gbk')
  const name = `node-${version.replace(/\D/g, '')}-00000000`
  return [stack.cloud.upload(`imports/${name}x.xlsx`, xlsx), stack.cloud.upload(`imports/${name}c.csv`, csv)]
}

main().catch(error => {
  console.error(error)
  process.exitCode = 1
})
