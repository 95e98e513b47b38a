import { list, record, type TencentApi } from './apis/tencent'

/** The environment that is worked on. */
export interface Target {
  api: TencentApi
  /** What every database action names. */
  database: { EnvId: string; MongoConnector: { InstanceId: 'flexdb'; DatabaseName: string } }
  bucket: string
}

/** There is no such environment, or it is not in order. */
export class TargetError extends Error {
  constructor(
    message: string,
    /** What to do. */
    readonly mend: string,
  ) {
    super(`${message}:${mend}`)
    this.name = 'TargetError'
  }
}

/** Asks the account for the environment. Throws TargetError. */
export async function findTarget(api: TencentApi, envId: string): Promise<Target> {
  const found = list((await api.call('DescribeEnvs', { EnvId: envId })).EnvList)
    .map(record)
    .find(each => each.EnvId === envId)
  if (!found)
    throw new TargetError(
      `没有环境 ${envId}(no such environment)`,
      '检查 deploy/*.json 的 envId,和密钥是不是这个账号的',
    )
  if (found.Status !== 'NORMAL')
    throw new TargetError(
      `环境 ${envId} 的状态是 ${String(found.Status)},不是 NORMAL`,
      '在云控制台看是欠费、到期还是正在变更',
    )
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
