/** What the vendor remembers of companies: their requests, and which names are verified. */
import type { Clock } from '../kit/clock'
import type { PersonPlan } from '../kit/script'
import type { CompanyField, CompanyRequest } from './company-fields'
import type { COMPANY_OUTCOMES, CompanyState } from './company-states'
import { newId } from './ids'
import type { Entrance, OpenProblem, Pass, Passes } from './passes'

export type CompanyOutcome = (typeof COMPANY_OUTCOMES)[number]

export interface Company {
  requestId: string
  /** The company's own id, told by `/v2/company/detail` once it is verified. */
  companyId: string
  pass: Pass
  /** The path of the call that began it. */
  begunBy: string
  request: CompanyRequest
  /** As prefilled, or as the applicant typed it. */
  facts: { [K in CompanyField]?: string } & { corpName: string }
  state: CompanyState
  passedAt?: number
  plan?: PersonPlan<CompanyOutcome>
}

export interface CompanyRef {
  requestId?: string
  companyName?: string
}

const RECENT = 30
/** Ours: nothing is documented about how long a company stays verified. */
const YEARS_VALID = 1

export function createCompanies(options: { clock: Clock; passes: Passes }) {
  const { clock, passes } = options
  const byRequestId = new Map<string, Company>()
  const byPass = new Map<Pass, Company>()

  const newestFirst = () => [...byRequestId.values()].reverse()
  const verified = (matches: (company: Company) => boolean) =>
    newestFirst().find(one => one.state === 'passed' && matches(one))
  const named = (name: string) => (company: Company) => company.facts.corpName === name

  return {
    create(entrance: Entrance, begunBy: string, request: CompanyRequest) {
      const { pass, secret } = passes.issue('enterprise-auth', entrance)
      const { companyName, registerNo, legalPerson } = request
      const company: Company = {
        requestId: newId(),
        companyId: newId(),
        pass,
        begunBy,
        request,
        facts: { corpName: companyName, registerNo, legalPerson },
        state: 'waiting',
      }
      byRequestId.set(company.requestId, company)
      byPass.set(pass, company)
      return { company, secret }
    },

    open(entrance: Entrance, secret: string): Company | OpenProblem {
      const pass = passes.open('enterprise-auth', entrance, secret)
      return typeof pass === 'string' ? pass : (byPass.get(pass) ?? 'unknown')
    },

    ofSession(session: string): Company | undefined {
      const pass = passes.ofSession(session)
      return pass && byPass.get(pass)
    },
    sessionIsOver: (company: Company): boolean => passes.isOver(company.pass),

    settle(company: Company, state: CompanyState): void {
      company.state = state
      if (state === 'passed') company.passedAt = clock.now()
    },

    verifiedNamed: (name: string): Company | undefined => verified(named(name)),
    verifiedNumbered: (registerNo: string): Company | undefined =>
      verified(company => company.facts.registerNo === registerNo),

    /** `requestId` wins over a name; of a name, the verified request or else the latest. */
    find({ requestId, companyName = '' }: CompanyRef): Company | undefined {
      if (requestId !== undefined) return byRequestId.get(requestId)
      return verified(named(companyName)) ?? newestFirst().find(named(companyName))
    },

    /** Newest first. */
    recent: (): Company[] => newestFirst().slice(0, RECENT),

    clear(): void {
      byRequestId.clear()
      byPass.clear()
    },
  }
}

export type Companies = ReturnType<typeof createCompanies>

/** `yyyy-MM-dd HH:mm:ss` in China's time; the format is ours. */
export function authEndTime(company: Company): string | undefined {
  if (company.passedAt === undefined) return undefined
  const end = new Date(company.passedAt + 8 * 3_600_000)
  end.setUTCFullYear(end.getUTCFullYear() + YEARS_VALID)
  return end.toISOString().slice(0, 19).replace('T', ' ')
}
