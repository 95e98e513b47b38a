import path from 'node:path'
import { parseArgs } from 'node:util'
import { TargetError } from '../setup/target'
import { readAccount } from './account'
import { prepare } from './deploy/prepare'
import { createReleases } from './deploy/releases'
import { readBench } from './doctor/bench'
import type { Finding } from './doctor/finding'
import { examine } from './doctor/live'
import { examineOffline } from './doctor/offline'
import { chooseEnvironment, type ShippingEnvironment } from './environment'

/**
 * `npm run doctor -- [<environment>] [--settings <file>] [--live] [--json]`: what is missing before a deployment, or
 * wrong with what is deployed. 0 clean, 1 faults, 2 could not look.
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      settings: { type: 'string', ...defaultOf(process.env.SHIPPING_SETTINGS) },
      json: { type: 'boolean', default: false },
      live: { type: 'boolean', default: false },
    },
  })
  const environment = chooseEnvironment(positionals[0] ?? null)
  const bench = readBench(values.settings, environment)
  const offline = examineOffline(bench)
  const live = values.live ? await examineLive(environment, bench.variables ?? {}) : []
  const findings = [...offline, ...live]
  if (values.json) console.log(JSON.stringify({ environment: environment.name, findings }))
  else console.log(textOf(findings))
  return findings.length === 0 ? 0 : 1
}

const defaultOf = (value: string | undefined) => (value === undefined ? {} : { default: value })

const textOf = (findings: readonly Finding[]): string =>
  findings.length === 0
    ? '没有发现问题 no faults found'
    : findings.map(({ code, wrong, mend }) => `✗ ${code}  ${wrong}\n  → ${mend}`).join('\n')

async function examineLive(
  environment: ShippingEnvironment,
  variables: Readonly<Record<string, string>>,
): Promise<Finding[]> {
  const account = readAccount(process.env, environment)
  if (!account)
    throw new Error('--live 要密钥(needs credentials):TENCENTCLOUD_SECRETID、TENCENTCLOUD_SECRETKEY')
  const releases = createReleases(path.resolve('.releases', environment.name))
  try {
    const deployment = await prepare({ environment, account, variables, releases, back: false })
    return await examine(deployment, Date.now())
  } catch (error) {
    if (!(error instanceof TargetError)) throw error
    return [{ code: 'ENV_EXISTS', wrong: error.message, mend: error.mend }]
  }
}

main().then(
  code => process.exit(code),
  error => {
    console.error(error instanceof Error ? error.message : 'could not look')
    process.exit(2)
  },
)
