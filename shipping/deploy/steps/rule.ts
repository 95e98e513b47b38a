import { list, record } from '../../../setup/apis/tencent'
import type { Step } from '../../../setup/plan'
import type { Deployment } from '../deployment'

type Rules = Record<string, unknown>

/** One rule for all functions of the environment: ours are put in, those of others stay. Takes up to 3 minutes. */
export function rule(deployment: Deployment): Step {
  const { api, database } = deployment.target
  return {
    name: '函数安全规则 rule',
    async look() {
      const there = await readRule(deployment)
      const wanted = wantedRules(deployment, there)
      const lines = Object.entries(wanted).filter(([name, each]) => text(there[name]) !== text(each))
      if (lines.length === 0) return [{ mark: 'same', what: Object.keys(wanted).join(' ') }]
      const apply = async () => {
        await api.call('ModifyResourcePermission', {
          EnvId: database.EnvId,
          ResourceType: 'function',
          Permission: 'CUSTOM',
          SecurityRule: JSON.stringify({ ...there, ...wanted }),
        })
      }
      const foreign = Object.keys(there).filter(name => !(name in wanted))
      return [
        {
          mark: Object.keys(there).length > 0 ? 'change' : 'create',
          what: 'SecurityRule',
          parts: [
            ...lines.map(([what, each]) => ({
              mark: what in there ? ('change' as const) : ('create' as const),
              what,
              detail: what in there ? `${text(there[what])}→${text(each)}` : text(each),
            })),
            ...foreign.map(what => ({ mark: 'kept' as const, what, detail: text(there[what]) })),
          ],
          apply,
        },
      ]
    },
  }
}

/** {}: nobody has set one. */
export async function readRule({ target }: Pick<Deployment, 'target'>): Promise<Rules> {
  const given = { EnvId: target.database.EnvId, ResourceType: 'function' }
  const answer = await target.api.call('DescribeResourcePermission', given)
  const [first] = list(record(answer.Data ?? answer).PermissionList).map(record)
  const { SecurityRule } = first ?? {}
  return typeof SecurityRule === 'string' && SecurityRule ? record(JSON.parse(SecurityRule)) : {}
}

/** What is said of all others is theirs, when they have said it: ours are named one by one. */
export function wantedRules(
  { functions, rules }: Pick<Deployment, 'functions' | 'rules'>,
  there: Rules,
): Rules {
  const ours = functions.map(({ name }) => [name, rules[name] ?? rules['*']] as const)
  return { '*': there['*'] ?? rules['*'], ...Object.fromEntries(ours) }
}

const text = (value: unknown): string => JSON.stringify(value ?? null)
