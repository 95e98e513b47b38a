import type { FunctionView, HealthResult, VendorView } from '../../contract/health'
import { functionNames, type HealthRow, healthIds, usageOf } from '../../domain/health'
import { timerPeriod } from '../../domain/looks'
import type { Deps } from '../kit/deps'
import { backlog } from './backlog'

/** ms without a run of the timer after which something is wrong with it. */
const patience = 3 * timerPeriod

/** How the installation fares, as its functions have noted it. Eight requests to the database, whatever there is. */
export async function health(deps: Deps): Promise<HealthResult> {
  const at = deps.clock()
  const [rows, waiting] = await Promise.all([rowsOf(deps, at), backlog(deps)])
  const { release } = deps.instance
  return {
    at,
    release,
    functions: functionsOf(deps, rows),
    sweep: lastSweep(rows, at),
    backlog: waiting,
    vendors: [...deps.drivers.keys()].map(id => vendorOf(rows, id)),
    usage: { ...usageOf(rows, at), limits: deps.config.planLimits },
  }
}

function rowsOf({ store }: Deps, now: number): Promise<HealthRow[]> {
  const ids = healthIds(now)
  return store.find('health', { where: [['_id', 'in', ids]], limit: ids.length })
}

function functionsOf({ instance }: Deps, rows: readonly HealthRow[]): FunctionView[] {
  return functionNames.flatMap(name => {
    const last = newest(rows.filter(({ _id }) => _id.startsWith(`${name}:`)))
    if (!last) return []
    const { at, release, settings } = last
    return [{ name, at, release, agrees: settings === instance.settings.hash }]
  })
}

function lastSweep(rows: readonly HealthRow[], now: number): HealthResult['sweep'] {
  const last = newest(rows.filter(({ sweep }) => sweep !== null))
  if (!last?.sweep) return null
  const { ms, left, failed } = last.sweep
  return { ms, left, failed, at: last.at, late: now - last.at > patience }
}

function vendorOf(rows: readonly HealthRow[], id: string): VendorView {
  const answered = rows.map(row => row[`answered_${id}`] ?? 0)
  const failed = rows.flatMap(row => row[`failed_${id}`] ?? [])
  const last = failed.reduce<(typeof failed)[number] | null>(
    (late, each) => (late && late.at >= each.at ? late : each),
    null,
  )
  return {
    id,
    answeredAt: Math.max(0, ...answered) || null,
    failedAt: last?.at ?? null,
    failure: last?.why ?? null,
  }
}

function newest(rows: readonly HealthRow[]): HealthRow | null {
  return rows.reduce<HealthRow | null>((last, each) => (last && last.at >= each.at ? last : each), null)
}
