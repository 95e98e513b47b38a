import type { Deployment } from '../../deploy/deployment'
import type { Finding } from '../finding'
import type { LiveCheck } from './liveCheck'

const day = 24 * 3600_000
/** Beijing is ahead of UTC by it, all the year. */
const beijing = 8 * 3600_000
/** Of a quota; above it somebody should look. */
const careful = 0.8
/** Of a day or a month: what was used in less says nothing of the rest. */
const leastElapsed = 0.25

interface Measure {
  metric: string
  name: string
  limit: number
  /** How much of the time the quota is for has gone by. */
  elapsed: number
}

/** What was used so far, carried on to the end of its day or month, against what was bought. */
export const plan: LiveCheck = async ({ target, environment }, now) => {
  if (!environment.plan) return []
  const { readsPerDay, writesPerDay, callsPerMonth } = environment.plan
  const local = new Date(now + beijing)
  const ofDay = (local.getTime() % day) / day
  const days = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate()
  const ofMonth = (local.getUTCDate() - 1 + ofDay) / days
  const measures: Measure[] = [
    { metric: 'DbReadpkg', name: '今天的数据库读', limit: readsPerDay, elapsed: ofDay },
    { metric: 'DbWritepkg', name: '今天的数据库写', limit: writesPerDay, elapsed: ofDay },
    { metric: 'FunctionInvocationpkg', name: '这个月的函数调用', limit: callsPerMonth, elapsed: ofMonth },
  ]
  const findings: Finding[] = []
  for (const measure of measures) findings.push(...(await judged(target, measure)))
  return findings
}

async function judged(
  { api, database }: Deployment['target'],
  { metric, name, limit, elapsed }: Measure,
): Promise<Finding[]> {
  const answer = await api.call('DescribeQuotaData', { EnvId: database.EnvId, MetricName: metric })
  const used = Number(answer.Value)
  const projected = Math.max(used, used / Math.max(elapsed, leastElapsed))
  if (!(projected > careful * limit)) return []
  const share = Math.round((projected / limit) * 100)
  return [
    {
      code: 'USAGE',
      wrong: `${name}:已用 ${used},照这样会用掉套餐(${limit})的 ${share}%;用完环境就停`,
      mend: '换更大的套餐或打开按量付费,并把新的数字写进 deploy/*.json 的 plan',
    },
  ]
}
