import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { render } from '../setup/plan'
import { readAccount } from './account'
import { type DeployOptions, readOptions, usage } from './deploy/options'
import { prepare } from './deploy/prepare'
import { createReleases } from './deploy/releases'
import { run } from './deploy/run'
import { deploySteps } from './deploy/steps'
import { readBench } from './doctor/bench'
import { examine } from './doctor/live'
import { examineOffline } from './doctor/offline'
import { chooseEnvironment, type ShippingEnvironment } from './environment'
import { emptyDeployment } from './offline'

const say = (text: string) => console.log(text)

/** `npm run deploy`: from this tree to an environment, docs/deployment.md. 0 done, 1 something is wrong, 2 not begun. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.env)
  if (!options) {
    console.error(usage)
    return 2
  }
  const environment = chooseEnvironment(options.name)
  say(`环境 environment: ${environment.name}(${environment.envId})`)
  const bench = readBench(options.settings, environment)
  const account = readAccount(process.env, environment)
  if (!account) return withoutCloud(options, environment, bench.variables ?? {})
  if (!options.back && !options.built) build()
  const findings = examineOffline(readBench(options.settings, environment))
  for (const { code, wrong, mend } of findings) say(`✗ ${code}  ${wrong}\n  → ${mend}`)
  if (findings.length > 0 && !options.dryRun) return 2
  const releases = createReleases(path.resolve('.releases', environment.name))
  const variables = bench.variables ?? {}
  const deployment = await prepare({ environment, account, variables, releases, back: options.back })
  return run(deployment, options, {
    say,
    ask: process.stdin.isTTY ? ask : null,
    examine: () => examine(deployment, Date.now()),
    keep: isUploaded => releases.keep(deployment.build, isUploaded, new Date()),
  })
}

/** What would be made in an empty environment. */
async function withoutCloud(
  options: DeployOptions,
  environment: ShippingEnvironment,
  variables: Readonly<Record<string, string>>,
): Promise<number> {
  if (!options.dryRun) {
    console.error(
      '没有密钥(no credentials):TENCENTCLOUD_SECRETID、TENCENTCLOUD_SECRETKEY,或 SHIPPING_CREDENTIALS=<0600 的文件>',
    )
    return 2
  }
  say('没有密钥,没有询问云端,按空环境列出 (no credentials: against an empty environment)')
  for (const { name, look } of deploySteps(emptyDeployment(environment, variables), options.only))
    say(render(name, await look()))
  return 0
}

function build(): void {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], {
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('编译没有成功(the build failed)')
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return await terminal.question(question)
  } finally {
    terminal.close()
  }
}

main().then(
  code => process.exit(code),
  error => {
    console.error(error instanceof Error ? error.message : 'failed')
    process.exit(2)
  },
)
