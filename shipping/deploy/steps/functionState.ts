import { list, record, TencentError } from '../../../setup/apis/tencent'
import type { Deployment } from '../deployment'

/** A function as it stands in the cloud. */
export interface DeployedFunction {
  status: string
  runtime: string
  handler: string
  timeout: number
  memory: number
  description: string
  variables: Record<string, string>
  timers: { name: string; cron: string; isEnabled: boolean }[]
  hasFixedEgress: boolean
}

type Cloud = Pick<Deployment, 'scf' | 'target' | 'wait'>

export const placeOf = ({ target }: Pick<Deployment, 'target'>, name: string) => ({
  FunctionName: name,
  Namespace: target.database.EnvId,
})

/** null: there is none of this name. */
export async function findFunction(
  cloud: Pick<Deployment, 'scf' | 'target'>,
  name: string,
): Promise<DeployedFunction | null> {
  try {
    return readFunction(await cloud.scf.call('GetFunction', { ...placeOf(cloud, name), ShowCode: 'FALSE' }))
  } catch (error) {
    if (error instanceof TencentError && /^ResourceNotFound/.test(error.code)) return null
    throw error
  }
}

const pauseMs = 2000
/** 2 minutes. */
const mostPauses = 60

/** It takes the next change only when it is done with the last. */
export async function untilActive(cloud: Cloud, name: string): Promise<void> {
  for (let pauses = 0; pauses < mostPauses; pauses++) {
    const there = await findFunction(cloud, name)
    if (there?.status === 'Active') return
    if (there && /Failed$/.test(there.status))
      throw new Error(`${name} 的状态是 ${there.status}:在云控制台看原因(look for the cause in the console)`)
    await cloud.wait(pauseMs)
  }
  throw new Error(`${name} 两分钟没有就绪(not active within two minutes):再运行一次`)
}

function readFunction(answer: Record<string, unknown>): DeployedFunction {
  const variables = list(record(answer.Environment).Variables).map(record)
  const { EipStatus } = record(record(answer.PublicNetConfig).EipConfig)
  return {
    status: String(answer.Status),
    runtime: String(answer.Runtime),
    handler: String(answer.Handler),
    timeout: Number(answer.Timeout),
    memory: Number(answer.MemorySize),
    description: String(answer.Description ?? ''),
    variables: Object.fromEntries(variables.map(({ Key, Value }) => [String(Key), String(Value)])),
    timers: list(answer.Triggers)
      .map(record)
      .filter(({ Type }) => Type === 'timer')
      .map(({ TriggerName, TriggerDesc, Enable }) => ({
        name: String(TriggerName),
        cron: cronIn(String(TriggerDesc)),
        isEnabled: Enable !== 0 && Enable !== false,
      })),
    hasFixedEgress: EipStatus === 'ENABLE',
  }
}

/** It is sent as it is, and comes back within JSON. */
function cronIn(description: string): string {
  if (!description.startsWith('{')) return description
  return String(record(JSON.parse(description)).cron)
}
