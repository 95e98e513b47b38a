/** What happens to a company: begun, opened, acted on, reviewed, expired; and the callbacks each of these causes. */
import type { PersonPlan, Script } from '../kit/script'
import type { Companies, Company } from './companies'
import { type CompanyField, type CompanyRequest, mayModify } from './company-fields'
import { COMPANY_OUTCOMES, type CompanyAction, stepByReviewer, stepOnPage } from './company-states'
import type { NoticeFields, Notices } from './notices'
import { type Entrance, type OpenProblem, SESSION_OVER, SESSION_UNKNOWN } from './passes'

export interface CompanyAct {
  session: string
  action: CompanyAction
  corpName?: string
  registerNo?: string
  legalPerson?: string
}

type Done = { company: Company } | { problem: string }
type Step = NonNullable<ReturnType<typeof stepOnPage>>

const TYPED_FIELDS = ['corpName', 'registerNo', 'legalPerson'] as const satisfies CompanyField[]

const OFFERS = { outcomes: COMPANY_OUTCOMES, callsBack: true }
/** What a company is said to have typed when the script acts for it and nothing was prefilled. */
const TYPED_BY_SCRIPT = { registerNo: '91110000MA00000000', legalPerson: '王五' }

export function createCompanyDesk(options: { companies: Companies; script: Script; notices: Notices }) {
  const { companies, script, notices } = options

  const settle = (company: Company, { to, events }: Step, plan?: PersonPlan): Promise<void> => {
    companies.settle(company, to)
    const told = events.map(event => noticeOf(company, event))
    return notices.send(company.request.callbackUrl, told, plan)
  }

  return {
    async begin(entrance: Entrance, path: string, request: CompanyRequest) {
      const begun = companies.create(entrance, path, request)
      const { company } = begun
      company.plan = script.takeForPerson({ moment: 'created', paths: [path], ...OFFERS })
      const step = company.plan?.outcome && stepOnPage(company.state, company.plan.outcome)
      if (step) {
        company.facts.registerNo ??= TYPED_BY_SCRIPT.registerNo
        company.facts.legalPerson ??= TYPED_BY_SCRIPT.legalPerson
        await settle(company, step, company.plan)
      }
      return begun
    },

    open(entrance: Entrance, secret: string, path: string): Company | OpenProblem {
      const company = companies.open(entrance, secret)
      if (typeof company === 'string') return company
      if (company.state === 'waiting') {
        company.plan = script.takeForPerson({ moment: 'opened', paths: [company.begunBy, path], ...OFFERS })
      }
      return company
    },

    async act(act: CompanyAct, path: string): Promise<Done> {
      const company = companies.ofSession(act.session)
      if (!company) return { problem: SESSION_UNKNOWN }
      const step = stepOnPage(company.state, act.action)
      if (!step) return { problem: `${act.action} cannot be done: this request is ${company.state}` }
      if (companies.sessionIsOver(company)) return { problem: SESSION_OVER }
      const problem = typingProblem(company, act, step)
      if (problem) return { problem }
      const paths = [company.begunBy, path]
      const plan = company.plan ?? script.takeForPerson({ moment: 'acted', paths, ...OFFERS })
      for (const field of TYPED_FIELDS) {
        const typed = act[field]
        if (typed !== undefined) company.facts[field] = typed
      }
      await settle(company, step, plan)
      return { company }
    },

    /** By a reviewer. */
    async decide(company: Company, action: CompanyAction, path: string): Promise<Done> {
      const step = stepByReviewer(company.state, action)
      if (!step)
        return { problem: `${action} cannot be decided: request ${company.requestId} is ${company.state}` }
      await settle(company, step, script.takeForPerson({ moment: 'acted', paths: [path], ...OFFERS }))
      return { company }
    },

    expire(company: Company): void {
      companies.settle(company, 'expired')
    },
  }
}

export type CompanyDesk = ReturnType<typeof createCompanyDesk>

/** `authInfo` is a JSON text inside a field. A phone is told only of an applicant who is known by one. */
function noticeOf(company: Company, event: Step['events'][number]): NoticeFields {
  const { facts, request } = company
  const { name, contact, contactType } = request.applicant
  return {
    ...event,
    requestId: company.requestId,
    authInfo: JSON.stringify({
      name: facts.corpName,
      registerNo: facts.registerNo,
      legalPerson: facts.legalPerson,
      applicantName: name,
      applicantPhone: contactType === 'MOBILE' ? contact : undefined,
    }),
  }
}

/** Prefilled fields are locked unless listed; what is missing must be typed, unless the step fails anyway. */
function typingProblem(company: Company, act: CompanyAct, { to }: Step): string | undefined {
  const atLetter = company.state !== 'waiting'
  for (const field of TYPED_FIELDS) {
    const typed = act[field] !== undefined
    if (typed && atLetter) return `${field} was already submitted`
    const prefilled = company.facts[field] !== undefined
    if (typed && prefilled && !mayModify(company.request, field)) return `${field} is prefilled and locked`
    if (!typed && !prefilled && to !== 'basicFailed') return `${field} is missing`
  }
  return undefined
}
