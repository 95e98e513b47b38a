/** What can be done for an organization once its agent is verified. */
import type { Flow } from './flows'
import { infoOf, ongoingOrgWay } from './stages'
import type { Moved, Step } from './step'
import { begin, beginWay, end, giveUp, notOffered } from './sub-flows'
import { needed, takeTyped } from './typing'
import { ORG_INFO, ORG_WAYS } from './ways'

/** Documented for the sandbox: no money is sent, this amount passes. */
export const RIGHT_AMOUNT = '0.01'
/** Documented: after more than 3 wrong amounts the transfer must be applied for again. */
export const MISTAKES_ALLOWED = 3

export function submitInfo(flow: Flow, { values }: Step): Moved {
  const problem = takeTyped(flow, values, needed(flow, 'org-info'))
  return problem ? { problem } : begin(flow.main, ORG_INFO)
}

export function failInfo(flow: Flow, step: Step): Moved {
  begin(flow.main, ORG_INFO)
  return failOrganization(flow, step)
}

export function chooseOrgWay(flow: Flow, { way }: Step): Moved {
  const chosen = flow.request.orgWays.find(one => one === way)
  if (!chosen) return notOffered(way, flow.request.orgWays)
  return beginWay(flow.main, ORG_WAYS[chosen].subFlowType)
}

export function submitAmount(flow: Flow, { amount = '' }: Step): Moved {
  if (!/^\d+(\.\d{1,2})?$/.test(amount)) return { problem: 'amount must be a number of yuan such as 0.01' }
  if (Number(amount) === Number(RIGHT_AMOUNT)) return passOrganization(flow)
  flow.transferMistakes += 1
  if (flow.transferMistakes <= MISTAKES_ALLOWED) return { failed: true, note: '金额不正确' }
  flow.transferMistakes = 0
  end(ongoingOrgWay(flow.main), 'FAIL')
  return { failed: true, note: '填错次数过多，请重新申请打款' }
}

export function passOrganization(flow: Flow): Moved {
  end(ongoingOrgWay(flow.main), 'SUCCESS')
  end(infoOf(flow.main), 'SUCCESS')
  flow.main.status = 'SUCCESS'
  return {}
}

export function failOrganization(flow: Flow, step: Step): Moved {
  return giveUp(flow, [flow.main], ongoingOrgWay(flow.main) ?? infoOf(flow.main), step)
}
