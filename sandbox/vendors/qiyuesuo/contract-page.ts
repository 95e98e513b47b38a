/** The page `doc`: how it opens, and the call it makes. */
import { refuse, withBody } from '../kit/control'
import { json } from '../kit/http'
import type { Route } from '../kit/router'
import { object, oneOf, required, text } from '../kit/shape'
import type { ContractDesk } from './contract-desk'
import { SIGN_OUTCOMES, stateOf } from './contracts'
import { contractPage } from './pages/contract-page'
import type { Door } from './plugin'

const actShape = object({ session: required(text), action: required(oneOf(SIGN_OUTCOMES)) })

export function contractDoor(desk: ContractDesk): Door {
  return (entrance, secret, path) => {
    if (entrance !== 'plugin') return 'wrong-page'
    const sitting = desk.open(secret, path)
    if (typeof sitting === 'string') return sitting
    const { contract, signer, pass } = sitting
    return {
      render: options => contractPage(sitting, options),
      summary: {
        session: pass.session,
        contractId: contract.contractId,
        state: stateOf(contract),
        signer: signer?.state ?? null,
      },
      note: `contract ${contract.contractId}, ${signer ? 'to sign' : 'to view'}`,
    }
  }
}

export function contractActRoute(desk: ContractDesk): Route {
  return {
    method: 'POST',
    path: '/plugin/doc/act',
    kind: 'page',
    handle: request =>
      withBody(request, actShape, act => {
        const done = desk.act(act)
        if ('problem' in done) return refuse(done.problem, 409)
        const { contract } = done.sitting
        return json({ contractId: contract.contractId, state: stateOf(contract), signer: done.signer.state })
      }),
  }
}
