/**
 * Plays Tencent's own client against the simulator: `npm run check:vendors`. Its typed client sends every field it
 * declares and must be answered well; and what it declares must be what our committed list says. `--draw` writes the
 * list anew, after the version in package.json has changed.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Ask, sendEveryField } from '../../sandbox/vendors/ess/every-field'
import { startEssSimulator } from '../../sandbox/vendors/ess/simulator'
import { OPERATOR, SECRET_ID, SECRET_KEY } from '../../sandbox/vendors/ess/test-support'
import { declaredFields } from './declared'

const list = path.resolve(__dirname, '../../sandbox/vendors/ess/__fixtures__/declared-fields.json')
const load = createRequire(path.join(__dirname, 'package.json'))

type Method = (parameters: Record<string, unknown>) => Promise<Record<string, unknown>>
interface Sdk {
  ess: { v20201111: { Client: new (config: object) => Record<string, Method> } }
}

async function main(): Promise<void> {
  const committed: Record<string, string[]> = JSON.parse(readFileSync(list, 'utf8'))
  const models = readFileSync(
    load.resolve('tencentcloud-sdk-nodejs/tencentcloud/services/ess/v20201111/ess_models.d.ts'),
    'utf8',
  )
  const declared = declaredFields(models, Object.keys(committed))
  const drawn = `${JSON.stringify(declared, null, 2)}\n`
  if (process.argv.includes('--draw')) writeFileSync(list, drawn)
  else if (JSON.stringify(committed) !== JSON.stringify(declared)) {
    throw new Error(
      'the SDK declares other fields than declared-fields.json: draw it anew and try the simulator',
    )
  }
  console.log(`the SDK's client was answered well: ${(await playClient()).join(', ')}`)
}

async function playClient(): Promise<string[]> {
  const simulator = await startEssSimulator({
    host: '127.0.0.1',
    port: 0,
    secretId: SECRET_ID,
    secretKey: SECRET_KEY,
    operatorUserId: OPERATOR.UserId,
    taskDelayMs: 0,
  })
  const sdk: Sdk = load('tencentcloud-sdk-nodejs')
  const client = new sdk.ess.v20201111.Client({
    credential: { secretId: SECRET_ID, secretKey: SECRET_KEY },
    region: '',
    profile: { httpProfile: { endpoint: `127.0.0.1:${simulator.port}`, protocol: 'http://', reqTimeout: 5 } },
  })
  const answered: string[] = []
  const ask: Ask = async (action, parameters) => {
    const answer = await client[action]?.(parameters)
    if (!answer) throw new Error(`the SDK has no ${action}`)
    answered.push(action)
    return answer
  }
  const act = (organizationName: string) =>
    fetch(`${simulator.url}/__sandbox/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ organizationName, action: 'rejectLetter' }),
    })
  try {
    await sendEveryField(ask, act)
  } finally {
    await simulator.close()
  }
  return answered
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
