import * as v from 'valibot'
import type { HealthResult, ReachResult } from '../../contract/health'
import type { FunctionName } from '../../domain/health'
import { sameText } from '../../platform/crypto'
import type { SettingsPrint } from '../../platform/settingsPrint'
import type { Deps } from '../kit/deps'
import { unlessMisconfigured } from '../kit/unlessMisconfigured'
import { health } from './health'
import { reach } from './reach'

/**
 * What `doctor --live` sends to each function through WeChat's own API, where no user is: `proof` is
 * `proofOfDoctor(…)`, which only somebody with LOOKUP_KEY can make. Without the key it is nobody's.
 */
const question = v.object({
  health: v.strictObject({
    /** ms since the epoch. */
    at: v.number(),
    nonce: v.pipe(v.string(), v.regex(/^[\w-]{16,64}$/)),
    proof: v.pipe(v.string(), v.length(64)),
    /** Ask the network too; takes up to three seconds. */
    reach: v.optional(v.boolean(), false),
  }),
})

/** ms the question is good for; clocks differ. */
const goodFor = 10 * 60_000

export interface DoctorAnswer {
  name: FunctionName
  /** Of Node. */
  node: string
  settings: SettingsPrint
  health: HealthResult
  reach: ReachResult | null
}

export const proofOfDoctor = ({ vault }: Pick<Deps, 'vault'>, at: number, nonce: string): string =>
  vault.digest('health.question', String(at), nonce)

/** The answer, or null: it was not the doctor who asked. `openid` of whoever calls; an HTTP request is never his. */
export async function askedByDoctor(
  dependencies: () => Deps,
  name: FunctionName,
  event: unknown,
  openid: string | null,
): Promise<DoctorAnswer | null> {
  const asked = openid === null && !isHttp(event) ? v.safeParse(question, event) : null
  if (!asked?.success) return null
  const { at, nonce, proof, reach: withReach } = asked.output.health
  const deps = unlessMisconfigured(dependencies)
  if (!deps || Math.abs(deps.clock() - at) > goodFor || !sameText(proof, proofOfDoctor(deps, at, nonce)))
    return null
  return {
    name,
    node: process.version,
    settings: deps.instance.settings,
    health: await health(deps),
    reach: withReach ? await reach(deps) : null,
  }
}

function isHttp(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'httpMethod' in event
}
