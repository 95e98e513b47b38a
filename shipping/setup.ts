import { createTencentApi } from '../setup/apis/tencent'
import { perform } from '../setup/plan'
import { setupSteps } from '../setup/steps'
import { findTarget } from '../setup/target'
import { readCredentials } from './credentials'
import { hasEnvironment, readEnvironment } from './environment'
import { standIn } from './standIn'

/**
 * `npm run setup -- <environment>`: everything that must stand before the functions may run. Repeat it at will. The
 * environment is the name of a file in deploy/, or an id.
 */
async function main([name]: string[]): Promise<number> {
  const credentials = readCredentials(process.env)
  if (!name || !credentials) {
    console.error('用法 usage: npm run setup -- <环境 environment>')
    console.error(
      '密钥 credentials: TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY, or SHIPPING_CREDENTIALS=<file 0600>',
    )
    return 2
  }
  const { TENCENTCLOUD_REGION = 'ap-shanghai' } = process.env
  const { envId, region } = hasEnvironment(name)
    ? readEnvironment(name)
    : { envId: name, region: TENCENTCLOUD_REGION }
  const url = standIn(process.env)
  const api = createTencentApi({ ...credentials, region, ...(url === null ? {} : { url }) })
  const done = await perform(setupSteps(await findTarget(api, envId)), text => console.log(text))
  console.log(done === 0 ? '没有要做的 nothing to do' : `完成 done: ${done}`)
  return 0
}

main(process.argv.slice(2)).then(
  code => process.exit(code),
  error => {
    console.error(error instanceof Error ? error.message : 'failed')
    process.exit(1)
  },
)
