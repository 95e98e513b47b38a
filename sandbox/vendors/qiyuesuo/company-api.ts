/** The eight endpoints for companies. */
import type { Answer } from '../kit/http'
import { parseMultipart } from '../kit/multipart'
import type { Route } from '../kit/router'
import { type Parse, shape } from '../kit/shape'
import { authEndTime, type Companies, type Company } from './companies'
import type { CompanyDesk } from './company-desk'
import {
  type CompanyRequest,
  companyDetailShape,
  companyLinkShape,
  companyResultShape,
  companyTokenShape,
  licenceLinkShape,
  licenceTokenShape,
} from './company-fields'
import { NO_RECORD, RESULTS } from './company-states'
import { handleShaped, withParameters, withQuery } from './parameters'
import type { Entrance } from './passes'
import { CODES, failure, PATHS, sandboxRefusal, success } from './protocol'

export function companyApiRoutes(desk: CompanyDesk, companies: Companies): Route[] {
  /** Begins unless the company is verified already. */
  const begin = async (
    entrance: Entrance,
    path: string,
    request: CompanyRequest,
    answer: (company: Company, secret: string) => Answer,
  ): Promise<Answer> => {
    if (companies.verifiedNamed(request.companyName)) return failure(CODES.companyAlreadyAuthed)
    const { company, secret } = await desk.begin(entrance, path, request)
    return answer(company, secret)
  }
  const beginTicket = (path: string, request: CompanyRequest) =>
    begin('plugin', path, request, ({ requestId }, ticket) =>
      success({ ticket }, `company request ${requestId}`),
    )

  const beginLink = (path: string, serverUrl: string, request: CompanyRequest) =>
    begin('h5', path, request, ({ requestId }, secret) =>
      success({ authUrl: `${serverUrl}/h5/enterprise-auth/${secret}`, requestId }),
    )

  const link = (path: string): Route => ({
    method: 'POST',
    path,
    kind: 'api',
    handle: request =>
      withParameters(request, companyLinkShape, body => beginLink(path, request.serverUrl, body)),
  })

  const withLicence = (
    path: string,
    parse: Parse<CompanyRequest>,
    start: (path: string, serverUrl: string, request: CompanyRequest) => Promise<Answer>,
  ): Route => ({
    method: 'POST',
    path,
    kind: 'api',
    handle: ({ headers, rawBody, serverUrl }) => {
      const form = parseMultipart(headers['content-type'] ?? '', rawBody)
      if (!form.ok) return sandboxRefusal(form.problem)
      return handleShaped(shape(parse, form.parts), body => start(path, serverUrl, body))
    },
  })

  return [
    {
      method: 'POST',
      path: PATHS.companyToken,
      kind: 'api',
      handle: request =>
        withParameters(request, companyTokenShape, body => beginTicket(PATHS.companyToken, body)),
    },
    withLicence(PATHS.companyLicenceToken, licenceTokenShape, (path, _, body) => beginTicket(path, body)),
    link(PATHS.companyH5Link),
    link(PATHS.companyPcLink),
    withLicence(PATHS.companyLicenceH5Link, licenceLinkShape, beginLink),
    withLicence(PATHS.companyLicencePcLink, licenceLinkShape, beginLink),
    {
      method: 'GET',
      path: PATHS.companyResult,
      kind: 'api',
      handle: request => withQuery(request, companyResultShape, query => result(companies.find(query))),
    },
    {
      method: 'GET',
      path: PATHS.companyDetail,
      kind: 'api',
      handle: request =>
        withQuery(request, companyDetailShape, ({ companyName, registerNo = '' }) =>
          detail(
            companyName === undefined
              ? companies.verifiedNumbered(registerNo)
              : companies.verifiedNamed(companyName),
          ),
        ),
    },
  ]
}

function result(company: Company | undefined): Answer {
  if (!company) return success(NO_RECORD)
  return success({
    ...RESULTS[company.state],
    authEndTime: authEndTime(company),
    applicantName: company.request.applicant.name,
  })
}

function detail(company: Company | undefined): Answer {
  if (!company) return success({ status: 'UNREGISTERED' })
  return success({
    status: 'AUTH_SUCCESS',
    id: company.companyId,
    name: company.facts.corpName,
    legalPerson: company.facts.legalPerson,
    authEndTime: authEndTime(company),
  })
}
