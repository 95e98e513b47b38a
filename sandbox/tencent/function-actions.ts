import { isRecord } from '../record'
import { type Actions, exact, Refusal } from './actions'
import type { Upstream } from './gateway'
import type { FreeState, FunctionState, TriggerState } from './state'

/** As often as a function says that it is busy after a change. */
const busyAnswers = 2
/** Bytes of all names and values. */
const mostOfVariables = 4096
/** Base64 characters a request may hold. */
const longestZip = 20 * 1024 * 1024
/** https://docs.cloudbase.net/cloud-function/runtime-support */
const runtimes = ['Nodejs16.13', 'Nodejs18.15', 'Nodejs20.19', 'Nodejs22.21', 'Nodejs24.11']

/** The half of Tencent Cloud's `scf` API (2018-04-16) that deploys functions. https://cloud.tencent.com/document/api/583 */
export function functionActions(state: FreeState, upstream: Upstream): Actions {
  const found = (given: Record<string, unknown>): FunctionState => {
    if (given.Namespace !== state.envId) throw new Refusal('ResourceNotFound.Namespace', 'no such namespace')
    const one = state.functions.get(String(given.FunctionName))
    if (!one) throw new Refusal('ResourceNotFound.Function', 'no such function')
    return one
  }
  const place = ['FunctionName', 'Namespace']
  /** Only one that is not busy takes a change, and is busy with it then. */
  const changing = (given: Record<string, unknown>, action: string): FunctionState => {
    const one = found(given)
    if (one.busy > 0) throw new Refusal(`FailedOperation.${action}`, 'the function is updating')
    return one
  }

  return {
    CreateFunction: parameters => {
      const required = [...place, 'Handler', 'Runtime', 'Code', 'Role', 'Stamp']
      const given = exact(parameters, required, [...settings, 'InstallDependency', 'L5Enable'])
      if (given.Namespace !== state.envId)
        throw new Refusal('ResourceNotFound.Namespace', 'no such namespace')
      const name = String(given.FunctionName)
      if (state.functions.has(name)) throw new Refusal('ResourceInUse.FunctionName', 'the function exists')
      if (!runtimes.includes(String(given.Runtime)))
        throw new Refusal('InvalidParameterValue.Runtime', 'no such runtime')
      state.functions.set(name, {
        zip: zipOf(given.Code),
        runtime: String(given.Runtime),
        handler: String(given.Handler),
        timeout: 3,
        memory: 256,
        description: '',
        variables: {},
        triggers: [],
        eip: false,
        status: 'Active',
        ...settingsOf(given),
        busy: busyAnswers,
      })
      return {}
    },
    GetFunction: parameters => {
      const given = exact(parameters, place, ['ShowCode', 'Qualifier'])
      const one = found(given)
      return { ...described(String(given.FunctionName), one), Status: statusOf(one) }
    },
    UpdateFunctionCode: parameters => {
      const given = exact(parameters, [...place, 'Handler', 'Code'], ['InstallDependency'])
      const one = changing(given, 'UpdateFunctionCode')
      one.zip = zipOf(given.Code)
      one.handler = String(given.Handler)
      one.busy = busyAnswers
      return {}
    },
    UpdateFunctionConfiguration: parameters => {
      const given = exact(parameters, place, [...settings, 'InstallDependency'])
      const one = changing(given, 'UpdateFunctionConfiguration')
      // Variables are replaced by what is sent, all of them.
      Object.assign(one, settingsOf(given), { busy: busyAnswers })
      return {}
    },
    Invoke: parameters => {
      const given = exact(parameters, place, ['ClientContext', 'InvocationType', 'LogType', 'Qualifier'])
      const { zip, variables } = found(given)
      const event: unknown = JSON.parse(String(given.ClientContext ?? '{}'))
      if (!isRecord(event)) throw new Refusal('InvalidParameterValue.ClientContext', 'not an object')
      const result = upstream({ functionName: String(given.FunctionName), zip, variables, event })
      return { Result: { InvokeResult: 0, RetMsg: JSON.stringify(result ?? null), ErrMsg: '' } }
    },
    DeleteFunction: parameters => {
      const given = exact(parameters, place, [])
      found(given)
      state.functions.delete(String(given.FunctionName))
      return {}
    },
    BatchCreateTrigger: parameters => {
      const given = exact(parameters, [...place, 'Triggers', 'Count'], [])
      const one = changing(given, 'CreateTrigger')
      const triggers = triggersOf(given.Triggers)
      if (triggers.length !== given.Count) throw new Refusal('InvalidParameterValue', 'Count')
      for (const each of triggers) {
        if (one.triggers.some(({ name }) => name === each.name))
          throw new Refusal('ResourceInUse.Trigger', 'the trigger exists')
        one.triggers.push(each)
      }
      return {}
    },
    DeleteTrigger: parameters => {
      const given = exact(parameters, [...place, 'TriggerName', 'Type'], [])
      const one = changing(given, 'DeleteTrigger')
      const at = one.triggers.findIndex(({ name }) => name === given.TriggerName)
      if (at < 0) throw new Refusal('ResourceNotFound.Trigger', 'no such trigger')
      one.triggers.splice(at, 1)
      return {}
    },
  }
}

/** Counts down as it is asked. */
function statusOf(one: FunctionState): string {
  if (one.busy === 0) return one.status
  one.busy -= 1
  return 'Updating'
}

function described(FunctionName: string, one: FunctionState): Record<string, unknown> {
  return {
    FunctionName,
    Runtime: one.runtime,
    Handler: one.handler,
    Timeout: one.timeout,
    MemorySize: one.memory,
    Description: one.description,
    CodeSize: Math.floor((one.zip.length * 3) / 4),
    InstallDependency: 'FALSE',
    Environment: {
      Variables: Object.entries(one.variables).map(([Key, Value]) => ({ Key, Value })),
    },
    Triggers: one.triggers.map(({ name, cron, isEnabled }) => ({
      TriggerName: name,
      Type: 'timer',
      TriggerDesc: JSON.stringify({ cron }),
      Enable: isEnabled ? 1 : 0,
    })),
    PublicNetConfig: {
      PublicNetStatus: 'ENABLE',
      EipConfig: { EipStatus: one.eip ? 'ENABLE' : 'DISABLE', EipAddress: one.eip ? ['203.0.113.7'] : [] },
    },
  }
}

const settings = ['Timeout', 'MemorySize', 'Description', 'Environment', 'ClsTopicId', 'ClsLogsetId']

function settingsOf(given: Record<string, unknown>): Partial<FunctionState> {
  const { Timeout, MemorySize, Description, Environment } = given
  return {
    ...(Timeout === undefined ? {} : { timeout: numberIn(Timeout, 1, 900) }),
    ...(MemorySize === undefined ? {} : { memory: numberIn(MemorySize, 64, 3072) }),
    ...(Description === undefined ? {} : { description: descriptionOf(Description) }),
    ...(Environment === undefined ? {} : { variables: variablesOf(Environment) }),
  }
}

function numberIn(value: unknown, least: number, most: number): number {
  if (typeof value === 'number' && value >= least && value <= most) return value
  throw new Refusal('InvalidParameterValue', 'out of range')
}

/** https://cloud.tencent.com/document/api/583/18580: 1,000 letters, digits, blanks, commas, full stops, Chinese signs. */
function descriptionOf(value: unknown): string {
  if (typeof value === 'string' && /^[\p{Script=Han}A-Za-z0-9 ,.，。\n]{0,1000}$/u.test(value)) return value
  throw new Refusal('InvalidParameterValue.Description', 'only letters, digits, blanks, commas, full stops')
}

function variablesOf(value: unknown): Record<string, string> {
  const { Variables } = exact(value, ['Variables'], [])
  if (!Array.isArray(Variables)) throw new Refusal('InvalidParameterValue.Environment', 'Variables')
  const pairs = Variables.map(each => {
    const { Key, Value } = exact(each, ['Key', 'Value'], [])
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(String(Key)) || typeof Value !== 'string')
      throw new Refusal('InvalidParameterValue.Environment', 'Key')
    return [String(Key), Value] as const
  })
  const bytes = pairs.reduce((sum, pair) => sum + Buffer.byteLength(pair.join('')), 0)
  if (bytes > mostOfVariables) throw new Refusal('InvalidParameterValue.EnvironmentExceededLimit', 'too long')
  return Object.fromEntries(pairs)
}

function zipOf(code: unknown): string {
  const { ZipFile } = exact(code, ['ZipFile'], [])
  if (typeof ZipFile !== 'string' || ZipFile.length > longestZip || !ZipFile.startsWith('UEsD'))
    throw new Refusal('InvalidParameterValue.Code', 'not a zip')
  return ZipFile
}

function triggersOf(text: unknown): TriggerState[] {
  const given: unknown = typeof text === 'string' ? JSON.parse(text) : null
  if (!Array.isArray(given)) throw new Refusal('InvalidParameterValue.Triggers', 'not a list')
  return given.map(each => {
    if (!isRecord(each) || each.Type !== 'timer') throw new Refusal('InvalidParameterValue.Type', 'timer')
    const cron = String(each.TriggerDesc)
    if (cron.trim().split(/\s+/).length !== 7)
      throw new Refusal('InvalidParameterValue.TriggerCronFormatError', 'seven fields')
    return { name: String(each.TriggerName), cron, isEnabled: true }
  })
}
