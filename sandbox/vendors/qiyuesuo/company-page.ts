/** The page `enterprise-auth`: how it opens, and the call it makes. */
import { refuse, withBody } from '../kit/control'
import { json } from '../kit/http'
import type { Route } from '../kit/router'
import { object, oneOf, optional, required, text } from '../kit/shape'
import type { CompanyDesk } from './company-desk'
import { COMPANY_ACTIONS } from './company-states'
import { companyPage } from './pages/company-page'
import type { Door } from './plugin'

const actShape = object({
  session: required(text),
  action: required(oneOf(COMPANY_ACTIONS)),
  corpName: optional(text),
  registerNo: optional(text),
  legalPerson: optional(text),
})

export function companyDoor(desk: CompanyDesk): Door {
  return (entrance, secret, path) => {
    const company = desk.open(entrance, secret, path)
    if (typeof company === 'string') return company
    const { requestId, state, pass } = company
    return {
      render: options => companyPage(company, options),
      summary: { session: pass.session, requestId, state },
      note: `company request ${requestId}`,
    }
  }
}

export function companyActRoute(desk: CompanyDesk): Route {
  return {
    method: 'POST',
    path: '/plugin/enterprise-auth/act',
    kind: 'page',
    handle: request =>
      withBody(request, actShape, async act => {
        const done = await desk.act(act, request.path)
        if ('problem' in done) return refuse(done.problem, 409)
        return json({ requestId: done.company.requestId, state: done.company.state })
      }),
  }
}
