import { list, record } from '../apis/tencent'
import type { Step } from '../plan'
import type { Target } from '../target'

/** Without it nothing the functions print can be read; it is opened per environment, and charged by volume. */
export function logService({ api, database: { EnvId } }: Target): Step {
  return {
    name: '日志服务 logs',
    async look() {
      const { EnvInfo } = await api.call('DescribeEnvInfo', { EnvId })
      const { LogServices } = record(record(EnvInfo).EnvBaseInfo)
      if (list(LogServices).some(each => Boolean(record(each).TopicId)))
        return [{ mark: 'same', what: 'CLS' }]
      const apply = async () => {
        await api.call('CreateEnvResource', { EnvId, Resources: ['log'] })
      }
      return [{ mark: 'create', what: 'CLS', apply }]
    },
  }
}
