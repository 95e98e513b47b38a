import type { Deployment } from '../deploy/deployment'
import type { Finding } from './finding'

/** A check of what is deployed. Looks only. */
export type LiveCheck = (deployment: Deployment) => Promise<Finding[]>

const checks: readonly LiveCheck[] = []

/** All of them, in the order in which a fault of one explains those of the next. */
export async function examine(deployment: Deployment): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const check of checks) findings.push(...(await check(deployment)))
  return findings
}
