import { parseArgs } from 'node:util'
import { render } from '../setup/plan'
import { setupSteps } from '../setup/steps'
import { readBench } from './doctor/bench'
import { functionPlan } from './functionPlan'
import { emptyTarget } from './offline'

/**
 * `npm run deploy -- --dry-run [--settings <file>]`: prints what a deployment consists of, in its order, against an
 * empty environment. It asks no cloud and changes nothing.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { 'dry-run': { type: 'boolean' }, settings: { type: 'string' } },
  })
  if (!values['dry-run']) {
    console.error('现在只有 --dry-run。先 npm run setup,再按 README 的「云开发部署」上传云函数。')
    console.error('Only --dry-run for now: npm run setup, then upload the functions as the README says.')
    return 2
  }
  const bench = readBench(values.settings)
  console.log(`环境 environment: ${bench.envId}(没有询问云端,按空环境列出 the cloud was not asked)`)
  for (const { name, look } of setupSteps(emptyTarget(bench.envId))) console.log(render(name, await look()))
  for (const { name, changes } of functionPlan(bench)) console.log(render(name, changes))
  return 0
}

main().then(
  code => process.exit(code),
  error => {
    console.error(error instanceof Error ? error.message : 'failed')
    process.exit(2)
  },
)
