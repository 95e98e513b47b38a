/** The two contract tokens: to sign, and to view. */
import type { Answer, SandboxRequest } from '../kit/http'
import type { Route } from '../kit/router'
import type { ContractDesk } from './contract-desk'
import { type ContractRef, signTokenShape, viewTokenShape } from './contract-fields'
import { type Contract, type Contracts, signerOf } from './contracts'
import { withParameters } from './parameters'
import { CODES, failure, PATHS, success } from './protocol'

export function contractApiRoutes(desk: ContractDesk, contracts: Contracts): Route[] {
  const ofContract = (ref: ContractRef, handle: (contract: Contract) => Answer): Answer => {
    const contract = contracts.find(ref)
    return contract ? handle(contract) : failure(CODES.contractMissing)
  }
  const ticket = (secret: string, { contractId }: Contract) =>
    success({ ticket: secret }, `contract ${contractId}`)
  const token = (path: string, handle: (request: SandboxRequest) => Answer | Promise<Answer>): Route => ({
    method: 'POST',
    path,
    kind: 'api',
    handle,
  })

  return [
    token(PATHS.signToken, request =>
      withParameters(request, signTokenShape, body =>
        ofContract(body, contract => {
          const signer = signerOf(contract, body.user)
          if (!signer) return failure(CODES.noViewPermission)
          return ticket(desk.beginSigning(contract, signer), contract)
        }),
      ),
    ),
    token(PATHS.viewToken, request =>
      withParameters(request, viewTokenShape, body =>
        ofContract(body, contract => ticket(desk.beginViewing(contract, body.themeColor), contract)),
      ),
    ),
  ]
}
