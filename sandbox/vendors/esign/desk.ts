/** What happens to a flow: begun, opened, acted on, expired; and the notices each of these causes. */
import type { Clock } from '../kit/clock'
import type { PersonPlan, Script } from '../kit/script'
import type { Accounts } from './accounts'
import {
  type Entrance,
  type ExpiredAs,
  FLOW_OUTCOMES,
  type Flow,
  type FlowOutcome,
  type Flows,
  type NewFlow,
} from './flows'
import { move } from './moves'
import type { NoticeKind, Notices } from './notices'
import { RIGHT_AMOUNT } from './organization-moves'
import { openPersonWays } from './person-moves'
import { REASONS, type Reason } from './reasons'
import { rememberAccounts } from './remember'
import { type Stage, stageOf } from './stages'
import type { Moved, Step, StepAction } from './step'
import { filledIn, needed, type Typed } from './typing'

export interface Act {
  /** A step, or `pass`: all steps that are left. */
  action: StepAction | 'pass'
  way?: string
  amount?: string
  reason?: Reason
  values?: Typed
}

export type Acted = { problem: string } | { flow: Flow; failed: boolean; note?: string }

const OFFERS = { outcomes: FLOW_OUTCOMES, callsBack: true }

export function createDesk(options: {
  clock: Clock
  flows: Flows
  accounts: Accounts
  script: Script
  notices: Notices
}) {
  const { clock, flows, accounts, script, notices } = options

  const step = (flow: Flow, act: Act, entrance?: Entrance): Step => ({
    ...act,
    action: act.action === 'pass' ? 'submit' : act.action,
    reason: REASONS[act.reason ?? defaultReason(stageOf(flow))],
    values: act.values ?? {},
    entrance,
    now: clock.now(),
  })

  /** Walks the flow to its end, with what was typed first and invented data for what nobody typed. */
  const passAll = (flow: Flow, act: Act, entrance?: Entrance): Moved => {
    let face = false
    let typed = act.values ?? {}
    for (let stage = stageOf(flow); stage !== 'passed'; stage = stageOf(flow)) {
      const moved = move(flow, step(flow, defaultAct(flow, stage, typed), entrance))
      if ('problem' in moved) return moved
      face ||= moved.face === true
      typed = {}
    }
    return { face }
  }

  const run = async (flow: Flow, act: Act, plan?: PersonPlan, entrance?: Entrance): Promise<Acted> => {
    const before = { status: flow.main.status, authorizedAt: flow.authorizedAt }
    if (before.status === 'FAIL' || stageOf(flow) === 'passed') return { problem: 'this flow has ended' }
    if (flow.expired) return { problem: 'this flow has expired' }
    const moved = act.action === 'pass' ? passAll(flow, act, entrance) : move(flow, step(flow, act, entrance))
    if ('problem' in moved) return moved
    flows.touch(flow)
    if (moved.face) notices.probe(flow)
    const kinds: NoticeKind[] = []
    const changed = flow.main.status !== before.status
    if (changed && flow.main.status === 'SUCCESS' && !flow.verifiedBefore) kinds.push('passed')
    if (changed && flow.main.status === 'FAIL') kinds.push('failed')
    rememberAccounts(flow, accounts)
    if (flow.authorizedAt !== before.authorizedAt) kinds.push('authorized')
    await notices.send(flow, kinds, plan)
    return { flow, failed: moved.failed === true, note: moved.note }
  }

  return {
    async begin(given: NewFlow): Promise<Flow> {
      const flow = flows.add(given)
      const plan = script.takeForPerson({ moment: 'created', paths: [given.begunBy], ...OFFERS })
      flow.plan = plan
      if (plan?.outcome) await run(flow, { action: plan.outcome }, plan)
      return flow
    },

    /** A page was opened: takes what was ordered for it. */
    opened(flow: Flow, path: string): void {
      const stage = stageOf(flow)
      if (stage === 'passed' || stage === 'failed' || flow.plan) return
      flow.plan = script.takeForPerson({ moment: 'opened', paths: [flow.begunBy, path], ...OFFERS })
    },

    /** `path`: of the request, for the script. */
    act(flow: Flow, act: Act, path: string, entrance?: Entrance): Promise<Acted> {
      const paths = [flow.begunBy, path]
      // Kept, as the notice may belong to a later step.
      flow.plan ??= script.takeForPerson({ moment: 'acted', paths, ...OFFERS })
      return run(flow, act, flow.plan, entrance)
    },

    expire(flow: Flow, as: ExpiredAs): void {
      flow.expired = as
      flows.touch(flow)
    },
  }
}

export type Desk = ReturnType<typeof createDesk>

function defaultAct(flow: Flow, stage: Stage, typed: Typed): Act {
  if (stage === 'person-way') return { action: 'choose', way: openPersonWays(flow)[0] }
  if (stage === 'org-way') return { action: 'choose', way: flow.request.orgWays[0] }
  if (stage === 'transfer') return { action: 'submit', amount: RIGHT_AMOUNT }
  if (stage === 'person-form' || stage === 'org-info') {
    return { action: 'submit', values: filledIn(flow, needed(flow, stage), typed) }
  }
  return { action: 'submit' }
}

function defaultReason(stage: Stage): Reason {
  if (stage.startsWith('person')) return 'nameMismatch'
  return stage === 'legalAuthorize' || stage === 'legalRep' ? 'legalRepRefused' : 'organizationMismatch'
}

export function preselected(flow: Flow): FlowOutcome {
  return flow.plan?.outcome ?? 'pass'
}
