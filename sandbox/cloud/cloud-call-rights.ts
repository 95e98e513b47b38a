import { isRecord } from '../record'
import { answerConfiguration } from '../tencent/wechat'

/** Which cloud calls each function may make: those somebody has applied, whatever its config.json declares. */
export interface CloudCallRights {
  of(functionName: string): readonly string[]
  /** WeChat's `/tcb/getfuncconfig` and `/tcb/uploadfuncconfig`. */
  answer(path: string, given: Record<string, unknown>): Record<string, unknown>
}

/** Forgotten at the end of the process. */
export function createCloudCallRights(envId: string, functionNames: readonly string[]): CloudCallRights {
  const cloudCalls = new Map<string, string>()
  const state = { envId, cloudCalls, functions: new Set(functionNames) }
  return {
    of: name => openapiIn(cloudCalls.get(name)),
    answer: (path, given) => answerConfiguration(state, path, given),
  }
}

function openapiIn(config: string | undefined): string[] {
  const { permissions } = JSON.parse(config ?? '{}') as { permissions?: unknown }
  return isRecord(permissions) && Array.isArray(permissions.openapi) ? permissions.openapi.map(String) : []
}
