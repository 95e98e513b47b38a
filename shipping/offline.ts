import { type TencentApi, TencentError } from '../setup/apis/tencent'
import type { Target } from '../setup/target'

/** An environment in which there is nothing: what a plan is made against when no cloud may be asked. */
export function emptyTarget(envId: string): Target {
  const api: TencentApi = {
    async call(action) {
      if (action === 'DescribeTable') throw new TencentError('ResourceNotFound', action)
      return action === 'DescribeStorageSafeRule' ? { AclTag: 'READONLY' } : {}
    },
  }
  const database = { EnvId: envId, MongoConnector: { InstanceId: 'flexdb', DatabaseName: '' } } as const
  return { api, database, bucket: '（默认存储桶）' }
}
