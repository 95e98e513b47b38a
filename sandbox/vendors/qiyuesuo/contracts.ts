/** The contracts that exist, who has signed them, and the tickets to them. */
import type { PersonPlan } from '../kit/script'
import type { ContractRef, NewContract, SignerRef } from './contract-fields'
import { newId } from './ids'
import type { OpenProblem, Pass, Passes } from './passes'

export const SIGN_OUTCOMES = ['sign', 'refuse'] as const
export type SignOutcome = (typeof SIGN_OUTCOMES)[number]
export type ContractState = 'signing' | 'complete' | 'refused'

export interface Signer extends SignerRef {
  state: 'waiting' | 'signed' | 'refused'
}

export interface Contract {
  contractId: string
  bizId?: string
  subject: string
  signers: Signer[]
}

/** One use of the page `doc`; without a signer it only shows the contract. */
export interface Sitting {
  contract: Contract
  signer?: Signer
  pass: Pass
  themeColor?: string
  plan?: PersonPlan<SignOutcome>
}

/** There from the start, for trying things out. */
const DEMO: NewContract = {
  contractId: '3000000000000000001',
  bizId: 'demo-contract-1',
  subject: '演示合同：软件服务协议',
  signers: [{ contact: '13800138000', contactType: 'MOBILE' }],
}

export function createContracts(passes: Passes) {
  const byId = new Map<string, Contract>()
  const byPass = new Map<Pass, Sitting>()

  const ofBizId = (bizId: string) => [...byId.values()].find(one => one.bizId === bizId)

  const add = ({ contractId = newId(), bizId, subject, signers }: NewContract): Contract | undefined => {
    if (byId.has(contractId) || (bizId !== undefined && ofBizId(bizId))) return undefined
    const contract: Contract = {
      contractId,
      bizId,
      subject,
      signers: signers.map(signer => ({ ...signer, state: 'waiting' })),
    }
    byId.set(contractId, contract)
    return contract
  }
  add(DEMO)

  return {
    /** `undefined`: an id is taken. */
    add,

    /** Two ids must mean the same contract. */
    find({ contractId, bizId }: ContractRef): Contract | undefined {
      const found = contractId === undefined ? ofBizId(bizId ?? '') : byId.get(contractId)
      return bizId === undefined || found?.bizId === bizId ? found : undefined
    },

    issue(contract: Contract, more: Pick<Sitting, 'signer' | 'themeColor'>) {
      const { pass, secret } = passes.issue('doc', 'plugin')
      const sitting: Sitting = { contract, pass, ...more }
      byPass.set(pass, sitting)
      return { sitting, secret }
    },

    open(secret: string): Sitting | OpenProblem {
      const pass = passes.open('doc', 'plugin', secret)
      return typeof pass === 'string' ? pass : (byPass.get(pass) ?? 'unknown')
    },

    ofSession(session: string): Sitting | undefined {
      const pass = passes.ofSession(session)
      return pass && byPass.get(pass)
    },
    sessionIsOver: (sitting: Sitting): boolean => passes.isOver(sitting.pass),

    all: (): Contract[] => [...byId.values()],

    clear(): void {
      byId.clear()
      byPass.clear()
      add(DEMO)
    },
  }
}

export type Contracts = ReturnType<typeof createContracts>

/** One refusal ends a contract; it is complete when everyone has signed. */
export function stateOf({ signers }: Contract): ContractState {
  if (signers.some(({ state }) => state === 'refused')) return 'refused'
  return signers.every(({ state }) => state === 'signed') ? 'complete' : 'signing'
}

export function signerOf(contract: Contract, user: SignerRef): Signer | undefined {
  return contract.signers.find(one => one.contact === user.contact && one.contactType === user.contactType)
}
