import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { callEnvironment, instanceEnvironment } from '../sandbox/cloud/environment'
import { functionSettings, type Stack, startStack } from '../sandbox/stack'
import { buildFunctions, functionNames, functionsRoot } from './build-functions'
import { buildWeapp } from './build-weapp'

/**
 * `npm run test:nodes`: a person's start, a notice and a sweep in the built bundles, on the Node versions of the
 * cloud, against the local cloud and the vendor's simulator. The Node binaries come from npm
 * (`node-<platform>-<arch>`), which is the one thing here that needs the network.
 */
const versions = ['16.13.2', '18.15.0', '20.19.6']
const home = path.resolve('.cache/nodes')
const run = promisify(execFile)

type FunctionName = (typeof functionNames)[number]

/** Runs inside that Node: loads a bundle and uses it. */
const probe = `
const [file, name] = process.argv.slice(2)
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
    return started.outcome + ' ' + started.handoff.kind + ' ' + verification.state
  },
  callback: async () => 'status ' + (await main({ httpMethod: 'POST', path: '/a/b/1/c', headers: {}, body: '' })).statusCode,
  sweep: async () => 'failed ' + (await main({ Type: 'Timer' })).failed,
}
runs[name]().then(text => console.log('SAYS ' + text), error => { console.error(error); process.exit(1) })
`
const expected: Record<FunctionName, string> = {
  api: 'started plugin ready',
  callback: 'status 404',
  sweep: 'failed 0',
}

async function main(): Promise<void> {
  await buildFunctions()
  await buildWeapp()
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'realname-hub-'))
  const stack = await startStack(
    { host: '127.0.0.1', consolePort: 0, qiyuesuoPort: 0, essPort: 0, esignPort: 0, cloudPort: 0, dataDir },
    { timers: false },
  )
  let failed = 0
  try {
    for (const version of versions) {
      for (const name of functionNames) {
        const said = await use(stack, nodeBinary(version), version, name)
        const passed = said.includes(`SAYS ${expected[name]}`)
        if (!passed) failed += 1
        console.log(`${passed ? 'passed' : 'FAILED'}  node ${version}  ${name}${passed ? '' : `\n${said}`}`)
      }
    }
  } finally {
    await stack.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  console.log(`${versions.length * functionNames.length - failed} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
}

async function use(stack: Stack, node: string, version: string, name: FunctionName): Promise<string> {
  const script = path.join(home, 'probe.cjs')
  writeFileSync(script, probe)
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
    ...instanceEnvironment(
      platform,
      functionSettings({
        cloud: stack.cloud.url,
        qiyuesuo: stack.qiyuesuo.url,
        ess: stack.ess.url,
        esign: stack.esign.url,
      }),
      'test-nodes',
    ),
    ...callEnvironment(platform, origin),
  }
  return run(node, [script, path.join(functionsRoot, name, 'index.js'), name], { env }).then(
    ({ stdout, stderr }) => stdout + stderr,
    error => String(error.stderr ?? error),
  )
}

function nodeBinary(version: string): string {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const folder = path.join(home, version)
  const find = () => createRequire(path.join(folder, 'package.json')).resolve(`${name}/bin/node`)
  try {
    return find()
  } catch {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, 'package.json'), '{"private":true}')
    const install = ['install', '--no-save', '--no-audit', '--no-fund', `${name}@${version}`]
    execFileSync('npm', install, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
    return find()
  }
}

main().catch(error => {
  console.error(error)
  process.exitCode = 1
})
