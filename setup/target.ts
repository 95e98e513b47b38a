import { list, record, type TencentApi } from './apis/tencent'

/** The environment that is worked on. */
export interface Target {
  api: TencentApi
  /** What every database action names. */
  database: { EnvId: string; MongoConnector: { InstanceId: 'flexdb'; DatabaseName: string } }
  bucket: string
}

/** Asks the account for the environment. Throws when it is not there, or not in order. */
export async function findTarget(api: TencentApi, envId: string): Promise<Target> {
  const found = list((await api.call('DescribeEnvs', { EnvId: envId })).EnvList)
    .map(record)
    .find(each => each.EnvId === envId)
  if (!found)
    throw new Error(`没有环境 ${envId}(no such environment):检查 deploy/*.json 的 envId 和密钥的账号`)
  if (found.Status !== 'NORMAL') throw new Error(`环境 ${envId} 的状态是 ${String(found.Status)},不是 NORMAL`)
  const databaseName = record(list(found.Databases)[0]).InstanceId
  const bucket = record(list(found.Storages)[0]).Bucket
  return {
    api,
    bucket: String(bucket),
    database: {
      EnvId: envId,
      MongoConnector: { InstanceId: 'flexdb', DatabaseName: String(databaseName) },
    },
  }
}
