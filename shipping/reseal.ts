import { parseArgs } from 'node:util'
import { record } from '../setup/apis/tencent'
import { findTarget } from '../setup/target'
import { readAccount } from './account'
import { placeOf } from './deploy/steps/functionState'
import { chooseEnvironment } from './environment'

/**
 * `npm run reseal -- [<environment>]`, or `-- --local <url of the local cloud>`: after `SEAL_KEYS` got a new first key
 * and was deployed, has the functions seal anew what older keys have sealed, run by run, until nothing is left. Stop it
 * and start it again at will; without it the timer does the same, a little every day. 0: the older keys are of no use any
 * more; 1: something opens with no key, or did not come to its end.
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { local: { type: 'string' } },
  })
  const run = values.local === undefined ? await ofEnvironment(positionals[0] ?? null) : ofLocal(values.local)
  let total = 0
  for (let round = 1; round <= mostRounds; round++) {
    const { resealed, unreadable, left, failed } = record(await run())
    if (typeof resealed !== 'number')
      throw new Error(`sweep 没有做(did not do it): ${String(failed ?? 'no answer')}`)
    total += resealed
    console.log(`${round}: ${resealed}`)
    if (Number(unreadable) > 0) {
      console.error(`${unreadable} 份打不开(open with no key):看日志 reseal.unreadable`)
      return 1
    }
    if (left !== true) {
      console.log(`重新密封了 ${total} 份,旧的密钥可以去掉了 resealed; older keys may go`)
      return 0
    }
  }
  console.error('还没有做完,请再运行一次 not done yet, run it again')
  return 1
}

/** Half an hour and more of runs. */
const mostRounds = 100
type Run = () => Promise<unknown>

async function ofEnvironment(name: string | null): Promise<Run> {
  const environment = chooseEnvironment(name)
  const account = readAccount(process.env, environment)
  if (!account) throw new Error('要密钥(needs credentials):TENCENTCLOUD_SECRETID、TENCENTCLOUD_SECRETKEY')
  const target = await findTarget(account.tcb, environment.envId)
  const event = { Type: 'Timer', TriggerName: 'reseal', Message: 'reseal' }
  return async () => {
    const answer = await account.scf.call('Invoke', {
      ...placeOf({ target }, 'sweep'),
      ClientContext: JSON.stringify(event),
    })
    return JSON.parse(String(record(answer.Result).RetMsg))
  }
}

function ofLocal(url: string): Run {
  return async () => (await fetch(`${url}/timer/sweep`, { method: 'POST' })).json()
}

main().then(
  code => process.exit(code),
  error => {
    console.error(error instanceof Error ? error.message : 'failed')
    process.exit(1)
  },
)
