/** `/__sandbox/contracts`: the only way a contract comes to be here. */
import { CONTROL_PREFIX, refuse, withBody } from '../kit/control'
import { json } from '../kit/http'
import { maskContact } from '../kit/mask'
import type { Route } from '../kit/router'
import { newContractShape } from './contract-fields'
import { type Contracts, stateOf } from './contracts'

export function contractControlRoutes(contracts: Contracts): Route[] {
  return [
    {
      method: 'POST',
      path: `${CONTROL_PREFIX}contracts`,
      kind: 'page',
      handle: request =>
        withBody(request, newContractShape, given => {
          const contract = contracts.add(given)
          if (!contract) return refuse('a contract of this contractId or bizId exists', 409)
          return json({ contractId: contract.contractId, bizId: contract.bizId ?? null })
        }),
    },
    {
      method: 'GET',
      path: `${CONTROL_PREFIX}contracts`,
      kind: 'page',
      handle: () =>
        json({
          contracts: contracts.all().map(contract => ({
            contractId: contract.contractId,
            bizId: contract.bizId ?? null,
            subject: contract.subject,
            state: stateOf(contract),
            signers: contract.signers.map(({ contact, contactType, state }) => ({
              contact: maskContact(contact),
              contactType,
              state,
            })),
          })),
        }),
    },
  ]
}
