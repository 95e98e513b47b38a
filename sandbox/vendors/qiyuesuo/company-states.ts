/** How far a company's verification got, what leads on from there, and the callbacks this causes. */
import type { Outcome } from '../kit/script'

export const COMPANY_OUTCOMES = ['pass', 'fail', 'review'] as const satisfies readonly Outcome[]

/** A step of the page, the whole of it at once, or handing it to a reviewer. */
export const COMPANY_ACTIONS = [
  'basic-pass',
  'basic-fail',
  'letter-pass',
  'letter-fail',
  ...COMPANY_OUTCOMES,
] as const
export type CompanyAction = (typeof COMPANY_ACTIONS)[number]

export type CompanyState =
  | 'waiting'
  | 'basicReviewing'
  | 'basicFailed'
  | 'basicPassed'
  | 'letterReviewing'
  | 'letterFailed'
  | 'passed'
  | 'expired'

/** `status` and `actionEvent` of the callback (page 企业认证回调); other numbers than the query's. */
interface CompanyEvent {
  status: 0 | 1 | 2
  actionEvent: 0 | 1 | 2 | 4 | 7
}
const SUBMITTED: CompanyEvent = { status: 0, actionEvent: 0 }
const BASIC_PASSED: CompanyEvent = { status: 0, actionEvent: 1 }
const BASIC_FAILED: CompanyEvent = { status: 2, actionEvent: 2 }
const LETTER_FAILED: CompanyEvent = { status: 2, actionEvent: 4 }
const SUCCESS: CompanyEvent = { status: 1, actionEvent: 7 }

interface Step {
  to: CompanyState
  events: readonly CompanyEvent[]
}
type Steps = Partial<Record<CompanyAction, Step>>

const letterSteps: Steps = {
  'letter-pass': { to: 'passed', events: [SUCCESS] },
  'letter-fail': { to: 'letterFailed', events: [LETTER_FAILED] },
  pass: { to: 'passed', events: [SUCCESS] },
  fail: { to: 'letterFailed', events: [LETTER_FAILED] },
}

const basicSteps: Steps = {
  'basic-pass': { to: 'basicPassed', events: [BASIC_PASSED] },
  'basic-fail': { to: 'basicFailed', events: [BASIC_FAILED] },
  pass: { to: 'passed', events: [BASIC_PASSED, SUCCESS] },
  fail: { to: 'basicFailed', events: [BASIC_FAILED] },
}

const submittedFirst = ({ to, events }: Step): Step => ({ to, events: [SUBMITTED, ...events] })

/** On the page; what is not listed cannot be done there. */
const ON_PAGE: Partial<Record<CompanyState, Steps>> = {
  waiting: {
    ...Object.fromEntries(Object.entries(basicSteps).map(([action, step]) => [action, submittedFirst(step)])),
    review: { to: 'basicReviewing', events: [SUBMITTED] },
  },
  basicPassed: { ...letterSteps, review: { to: 'letterReviewing', events: [] } },
}

/** By a reviewer, also when the applicant left after the first step. */
const BY_REVIEWER: Partial<Record<CompanyState, Steps>> = {
  basicReviewing: basicSteps,
  basicPassed: letterSteps,
  letterReviewing: letterSteps,
}

export const stepOnPage = (state: CompanyState, action: CompanyAction) => ON_PAGE[state]?.[action]
export const stepByReviewer = (state: CompanyState, action: CompanyAction) => BY_REVIEWER[state]?.[action]
export const awaitsReviewer = (state: CompanyState) => BY_REVIEWER[state] !== undefined

export const NO_RECORD = { status: -1 }

/** What `/companyauth/result` tells: `status` 1 not submitted, 2 passed, 3 failed, 4 in progress, 6 expired. */
export const RESULTS: Record<
  CompanyState,
  { status: number; basicStatus?: number; basicReason?: string; operAuthorizationReason?: string }
> = {
  waiting: { status: 1 },
  basicReviewing: { status: 4, basicStatus: 1 },
  basicFailed: { status: 3, basicStatus: 2, basicReason: '企业基本信息核验不一致' },
  basicPassed: { status: 4, basicStatus: 3 },
  letterReviewing: { status: 4, basicStatus: 3 },
  letterFailed: { status: 3, basicStatus: 3, operAuthorizationReason: '授权书未加盖公章或内容不清晰' },
  passed: { status: 2, basicStatus: 3 },
  expired: { status: 6 },
}
