import { createLocalApi } from '../setup/apis/tencent'
import { perform } from '../setup/plan'
import { setupSteps } from '../setup/steps'
import { findTarget } from '../setup/target'
import type { LocalCloud } from './cloud'

/** What `npm run setup` does to an environment in the cloud, done to a local one. Repeat it at will. */
export async function prepareCloud({ envId, administer }: LocalCloud): Promise<void> {
  const api = createLocalApi(administer)
  await perform(setupSteps(await findTarget(api, envId)), () => {})
}
