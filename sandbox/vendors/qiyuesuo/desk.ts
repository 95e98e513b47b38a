/** What happens to an attempt: begun, opened, acted on, reviewed; and the callback each of these causes. */
import type { PersonPlan, Script } from '../kit/script'
import { type Attempt, type Attempts, PERSON_OUTCOMES, type PersonOutcome, STATE_AFTER } from './attempts'
import type { Mode, PersonRequest } from './fields'
import type { Notices } from './notices'
import { type Entrance, type OpenProblem, SESSION_OVER, SESSION_UNKNOWN } from './passes'
import { PATHS } from './protocol'

export interface Act {
  session: string
  action: PersonOutcome
  mode: Mode
  name?: string
  idNumber?: string
  bankNo?: string
  bankMobile?: string
}

export type ActAnswer = { attempt: Attempt } | { problem: string }

/** `status` of the callback, a string (page 个人认证回调). */
const CALLBACK_STATUS = { pass: '1', fail: '2', review: '3' } as const satisfies Record<PersonOutcome, string>

const DEFAULT_MODES: Mode[] = ['IVS', 'FACE', 'BANK']
const BEGINS: Record<Entrance, string> = { plugin: PATHS.token, h5: PATHS.link }
const OFFERS = { outcomes: PERSON_OUTCOMES, callsBack: true }

/** What the page lets a person choose from. */
export function offeredModes(request: PersonRequest): Mode[] {
  const { mode = 'DEFAULT', otherModes = [] } = request
  return [...new Set([...(mode === 'DEFAULT' ? DEFAULT_MODES : [mode]), ...otherModes])]
}

export function createDesk(options: { attempts: Attempts; script: Script; notices: Notices }) {
  const { attempts, script, notices } = options

  const settle = (attempt: Attempt, outcome: PersonOutcome, mode: Mode, plan?: PersonPlan): Promise<void> => {
    attempts.settle(attempt, STATE_AFTER[outcome], mode)
    const fields = {
      mode: outcome === 'review' ? 'MANUAL' : mode,
      status: CALLBACK_STATUS[outcome],
      authId: attempt.authId,
    }
    return notices.send(attempt.request.callbackUrl, [fields], plan)
  }

  return {
    async begin(entrance: Entrance, request: PersonRequest): Promise<{ attempt: Attempt; secret: string }> {
      const begun = attempts.create(entrance, request)
      const plan = script.takeForPerson({ moment: 'created', paths: [BEGINS[entrance]], ...OFFERS })
      begun.attempt.plan = plan
      if (plan?.outcome) {
        await settle(begun.attempt, plan.outcome, offeredModes(request)[0] ?? 'IVS', plan)
      }
      return begun
    },

    open(entrance: Entrance, secret: string, path: string): Attempt | OpenProblem {
      const attempt = attempts.open(entrance, secret)
      if (typeof attempt === 'string') return attempt
      if (attempt.state === 'waiting') {
        attempt.plan = script.takeForPerson({ moment: 'opened', paths: [BEGINS[entrance], path], ...OFFERS })
      }
      return attempt
    },

    async act(act: Act, path: string): Promise<ActAnswer> {
      const attempt = attempts.ofSession(act.session)
      if (!attempt) return { problem: SESSION_UNKNOWN }
      const problem = actProblem(attempt, act, attempts.sessionIsOver(attempt))
      if (problem) return { problem }
      const paths = [BEGINS[attempt.pass.entrance], path]
      const plan = attempt.plan ?? script.takeForPerson({ moment: 'acted', paths, ...OFFERS })
      await settle(attempt, act.action, act.mode, plan)
      return { attempt }
    },

    async decide(attempt: Attempt, outcome: 'pass' | 'fail', path: string): Promise<void> {
      const plan = script.takeForPerson({ moment: 'acted', paths: [path], ...OFFERS })
      await settle(attempt, outcome, 'MANUAL', plan)
    },
  }
}

export type Desk = ReturnType<typeof createDesk>

function actProblem(attempt: Attempt, act: Act, over: boolean): string | undefined {
  if (attempt.state !== 'waiting') return 'this attempt was already acted on'
  if (over) return SESSION_OVER
  const offered = offeredModes(attempt.request)
  if (act.action !== 'review' && !offered.includes(act.mode)) {
    return `mode ${act.mode} is not offered; offered: ${offered.join(', ')}`
  }
  for (const { key, prefill, unlock, needed } of TYPED) {
    const prefilled = attempt.request[prefill]
    const isFree = attempt.request.modifyFields?.includes(unlock) ?? false
    if (prefilled !== undefined && act[key] !== undefined && !isFree) return `${key} is prefilled and locked`
    if (prefilled === undefined && act[key] === undefined && needed && act.action !== 'fail') {
      return `${key} is missing`
    }
  }
  return undefined
}

/** What a person types on the page. The card is not asked for when nobody prefilled it: this page is no bank. */
export const TYPED = [
  { key: 'name', prefill: 'username', unlock: 'USERNAME', needed: true },
  { key: 'idNumber', prefill: 'idCardNo', unlock: 'IDCARDNO', needed: true },
  { key: 'bankNo', prefill: 'bankNo', unlock: 'BANKNO', needed: false },
  { key: 'bankMobile', prefill: 'bankMobile', unlock: 'BANKMOBILE', needed: false },
] as const
