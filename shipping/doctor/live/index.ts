import type { Deployment } from '../../deploy/deployment'
import type { Finding } from '../finding'
import { access } from './access'
import { database } from './database'
import { functions } from './functions'
import { inside } from './inside'
import type { LiveCheck } from './liveCheck'
import { plan } from './plan'
import { rights } from './rights'

/** In the order in which a fault of one explains those of the next. */
const checks: readonly LiveCheck[] = [database, functions, rights, access, inside, plan]

export async function examine(deployment: Deployment, now: number): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const check of checks) findings.push(...(await check(deployment, now)))
  return findings
}
