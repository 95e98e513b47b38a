import { isRecord } from '../record'
import { type Actions, exact, Refusal } from './actions'
import type { FreeState } from './state'

/** https://docs.cloudbase.net/cloud-function/security-rules: these, and nothing else. */
const values = [
  true,
  false,
  'auth != null',
  "auth.loginType != 'ANONYMOUS' && auth != null",
] as readonly unknown[]

/** One rule for all functions of the environment. https://cloud.tencent.com/document/api/876/132255 */
export function ruleActions(state: FreeState): Actions {
  const forFunctions = (given: Record<string, unknown>) => {
    if (given.EnvId !== state.envId) throw new Refusal('ResourceNotFound', 'no such environment')
    if (given.ResourceType !== 'function') throw new Refusal('InvalidParameterValue', 'ResourceType')
  }
  return {
    DescribeResourcePermission: parameters => {
      forFunctions(exact(parameters, ['EnvId', 'ResourceType'], ['Resources']))
      const list =
        state.functionRule === null
          ? []
          : [{ ResourceType: 'function', Permission: 'CUSTOM', SecurityRule: state.functionRule }]
      return { Data: { TotalCount: list.length, PermissionList: list } }
    },
    ModifyResourcePermission: parameters => {
      const given = exact(parameters, ['EnvId', 'ResourceType', 'Permission', 'SecurityRule'], [])
      forFunctions(given)
      if (given.Permission !== 'CUSTOM') throw new Refusal('InvalidParameterValue', 'Permission')
      state.functionRule = checked(given.SecurityRule)
      return { Data: { Success: true } }
    },
  }
}

function checked(text: unknown): string {
  const rule: unknown = typeof text === 'string' ? JSON.parse(text) : null
  if (!isRecord(rule) || !('*' in rule))
    throw new Refusal('InvalidParameterValue.SecurityRule', '* is needed')
  for (const each of Object.values(rule)) {
    const { invoke } = exact(each, ['invoke'], [])
    if (!values.includes(invoke)) throw new Refusal('InvalidParameterValue.SecurityRule', 'invoke')
  }
  return String(text)
}
