import { createLocalApi } from '../setup/apis/tencent'
import { createLocalWeChatApi } from '../setup/apis/wechat'
import { perform } from '../setup/plan'
import { setupSteps } from '../setup/steps'
import { cloudCalls } from '../setup/steps/cloudCalls'
import { findTarget } from '../setup/target'
import type { LocalCloud } from './cloud'

/** What `npm run setup` and `npm run deploy` do to an environment in the cloud, done to a local one. Repeat it at will. */
export async function prepareCloud(cloud: LocalCloud): Promise<void> {
  const { envId, administer, administerWeChat, declaredCalls } = cloud
  const target = await findTarget(createLocalApi(administer), envId)
  const wechat = createLocalWeChatApi(envId, administerWeChat)
  await perform([...setupSteps(target), cloudCalls({ wechat, functions: declaredCalls() })], () => {})
}
