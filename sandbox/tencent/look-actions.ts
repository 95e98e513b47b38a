import { isRecord } from '../record'
import { type Actions, exact, Refusal } from './actions'
import type { FreeState } from './state'

/** What only looks: documents as an administrator sees them, and what was used of the plan. */
export function lookActions(state: FreeState): Actions {
  return {
    /** https://cloud.tencent.com/document/api/876/129012 */
    RunCommands: parameters => {
      const { EnvId, MgoCommands } = exact(parameters, ['EnvId', 'MgoCommands', 'MongoConnector'], [])
      if (EnvId !== state.envId) throw new Refusal('ResourceNotFound', 'no such environment')
      if (!Array.isArray(MgoCommands)) throw new Refusal('InvalidParameter', 'MgoCommands')
      return { Data: MgoCommands.map(each => JSON.stringify(answerOf(state, each))) }
    },
    /** https://cloud.tencent.com/document/product/876/42145 */
    DescribeQuotaData: parameters => {
      const { EnvId, MetricName } = exact(parameters, ['EnvId', 'MetricName'], ['ResourceID'])
      if (EnvId !== state.envId) throw new Refusal('ResourceNotFound', 'no such environment')
      return { MetricName, Value: state.usage.get(String(MetricName)) ?? 0, SubValue: '' }
    },
  }
}

/** Of `find` with `{}`, or with `$exists`, `$lt` and equality; `sort` and `limit`. Each document is a text of its own. */
function answerOf(state: FreeState, command: unknown): string[] {
  const { TableName, CommandType, Command } = exact(command, ['TableName', 'CommandType', 'Command'], [])
  const find: unknown = typeof Command === 'string' ? JSON.parse(Command) : null
  if (CommandType !== 'QUERY' || !isRecord(find) || find.find !== TableName)
    throw new Refusal('InvalidParameter', 'Command')
  if (!state.collections.has(String(TableName))) throw new Refusal('ResourceNotFound', 'no such collection')
  const filter = isRecord(find.filter) ? find.filter : {}
  const found = (state.documents.get(String(TableName)) ?? []).filter(each => fits(each, filter))
  const [[field, direction] = []] = Object.entries(isRecord(find.sort) ? find.sort : {})
  if (field) found.sort((a, b) => (Number(a[field]) - Number(b[field])) * Number(direction))
  return found.slice(0, Number(find.limit ?? 100)).map(each => JSON.stringify(each))
}

function fits(document: Record<string, unknown>, filter: Record<string, unknown>): boolean {
  return Object.entries(filter).every(([field, wanted]) => {
    const value = document[field]
    if (!isRecord(wanted)) return value === wanted
    return Object.entries(wanted).every(([operator, operand]) => {
      if (operator === '$exists') return (value !== undefined) === operand
      if (operator === '$lt') return typeof value === 'number' && value < Number(operand)
      throw new Refusal('InvalidParameter', operator)
    })
  })
}
