/** What happens on the page `doc`. Neither contract token takes a callbackUrl, so nothing is told. */
import type { Script } from '../kit/script'
import {
  type Contract,
  type Contracts,
  SIGN_OUTCOMES,
  type Signer,
  type SignOutcome,
  type Sitting,
  stateOf,
} from './contracts'
import { type OpenProblem, SESSION_OVER, SESSION_UNKNOWN } from './passes'
import { PATHS } from './protocol'

export interface SignAct {
  session: string
  action: SignOutcome
}

const OFFERS = { outcomes: SIGN_OUTCOMES, callsBack: false }
const SIGNER_STATE = { sign: 'signed', refuse: 'refused' } as const

export function createContractDesk(options: { contracts: Contracts; script: Script }) {
  const { contracts, script } = options

  return {
    beginSigning(contract: Contract, signer: Signer): string {
      const { sitting, secret } = contracts.issue(contract, { signer })
      if (actProblem(sitting)) return secret
      const plan = script.takeForPerson({ moment: 'created', paths: [PATHS.signToken], ...OFFERS })
      if (plan?.outcome) signer.state = SIGNER_STATE[plan.outcome]
      return secret
    },

    beginViewing: (contract: Contract, themeColor?: string): string =>
      contracts.issue(contract, { themeColor }).secret,

    open(secret: string, path: string): Sitting | OpenProblem {
      const sitting = contracts.open(secret)
      if (typeof sitting !== 'string' && !actProblem(sitting)) {
        sitting.plan = script.takeForPerson({ moment: 'opened', paths: [PATHS.signToken, path], ...OFFERS })
      }
      return sitting
    },

    act(act: SignAct): { sitting: Sitting; signer: Signer } | { problem: string } {
      const sitting = contracts.ofSession(act.session)
      if (!sitting) return { problem: SESSION_UNKNOWN }
      const { signer } = sitting
      const problem = actProblem(sitting)
      if (!signer || problem) return { problem: problem ?? VIEW_ONLY }
      if (contracts.sessionIsOver(sitting)) return { problem: SESSION_OVER }
      signer.state = SIGNER_STATE[act.action]
      return { sitting, signer }
    },
  }
}

export type ContractDesk = ReturnType<typeof createContractDesk>

const VIEW_ONLY = 'this ticket only shows the contract'

function actProblem({ contract, signer }: Sitting): string | undefined {
  if (!signer) return VIEW_ONLY
  if (signer.state !== 'waiting') return `this signer has ${signer.state} already`
  const state = stateOf(contract)
  return state === 'signing' ? undefined : `the contract is ${state}`
}
