/** `/__sandbox/companies` and `/__sandbox/expire`. */
import { CONTROL_PREFIX, refuse, withBody } from '../kit/control'
import { json } from '../kit/http'
import { maskContact } from '../kit/mask'
import type { Route } from '../kit/router'
import type { Companies } from './companies'
import type { CompanyDesk } from './company-desk'
import { companyRefShape } from './company-fields'

export function companyControlRoutes(desk: CompanyDesk, companies: Companies): Route[] {
  return [
    {
      method: 'POST',
      path: `${CONTROL_PREFIX}expire`,
      kind: 'page',
      handle: request =>
        withBody(request, companyRefShape, ref => {
          const company = companies.find(ref)
          if (!company) return refuse('no such company', 404)
          if (company.state === 'expired') return refuse(`request ${company.requestId} is expired`, 409)
          desk.expire(company)
          return json({ requestId: company.requestId, state: company.state })
        }),
    },
    {
      method: 'GET',
      path: `${CONTROL_PREFIX}companies`,
      kind: 'page',
      handle: () =>
        json({
          companies: companies.recent().map(({ requestId, pass, state, facts, request }) => ({
            requestId,
            entrance: pass.entrance,
            state,
            companyName: facts.corpName,
            contact: maskContact(request.applicant.contact),
            licence: request.license ?? null,
            createdAt: pass.createdAt,
            openedAt: pass.openedAt ?? null,
          })),
        }),
    },
  ]
}
