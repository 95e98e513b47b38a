import * as v from 'valibot'
import type { Reached, ReachResult } from '../../contract/health'
import { sameText } from '../../platform/crypto'
import type { ProbeAnswer } from '../../platform/probe'
import type { Deps } from '../kit/deps'
import { answerTo, proofOfHealth } from './proof'

/** Knocks, from inside the function, at every vendor's door and at our own address for notices, side by side. */
export async function reach(deps: Deps): Promise<ReachResult> {
  const { bases } = deps.instance
  const [callback, ...vendors] = await Promise.all([
    reachCallback(deps),
    ...[...deps.drivers.keys()].map(async id => {
      const base = bases.get(id)
      return { id, reached: base === undefined ? null : reachedBy(await deps.probe('HEAD', `${base}/`)) }
    }),
  ])
  return { vendors, callback }
}

async function reachCallback(deps: Deps): Promise<ReachResult['callback']> {
  const nonce = deps.random(16)
  const answer = await deps.probe('GET', `${deps.config.callbackBaseUrl}/health/${nonce}`)
  const reached = reachedBy(answer)
  const said = 'failure' in answer ? null : v.safeParse(proofOfHealth, parsed(answer.body))
  if (!said?.success || !sameText(said.output.health, answerTo(deps, nonce)))
    return { reached, passes: false, egress: '' }
  const { path, address } = said.output
  return { reached, passes: path.endsWith(`/health/${nonce}`), egress: address }
}

function reachedBy(answer: ProbeAnswer): Reached | null {
  return 'failure' in answer ? null : { ms: answer.ms, ahead: answer.ahead }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
