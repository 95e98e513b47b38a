import type { ActionFailure, ActionInput } from '../../cloudfunctions/contract/actions'
import type { VendorView } from '../../cloudfunctions/contract/config'
import type { PluginHandoff } from '../../cloudfunctions/contract/handoff'
import type { VerificationView } from '../../cloudfunctions/contract/verification'

/** The closed vocabularies of the contract, by name, so that the texts can be checked against them. */
export type ErrorCode = ActionFailure['code']
export type ProblemCode = NonNullable<VerificationView['problem']>['code']
export type State = VerificationView['state']
export type VendorId = VerificationView['vendor']
export type Subject = VerificationView['subject']
export type Mode = NonNullable<VerificationView['mode']>
export type Assurance = NonNullable<VerificationView['assurance']>
export type FailureReason = NonNullable<VerificationView['reason']>
export type IdType = VendorView['idTypes'][number]
export type LicenceLimits = NonNullable<VendorView['licence']>
export type LicenceType = LicenceLimits['types'][number]
export type Hint = PluginHandoff['events'][string]
export type StepKey = VerificationView['steps'][number]['key']
export type StepStatus = VerificationView['steps'][number]['status']

type StartOf<S extends Subject> = Extract<ActionInput<'verification.start'>, { subject: S }>
export type PersonInput = StartOf<'person'>['person']
export type OrganizationInput = StartOf<'organization'>['organization']
/** Whom a start is about. */
export type SubjectInput =
  | { subject: 'person'; person: PersonInput }
  | { subject: 'organization'; organization: OrganizationInput }
export type Way = NonNullable<ActionInput<'verification.renew'>['way']>
export type ContractIntent = NonNullable<ActionInput<'contract.open'>['intent']>

export type { ActionInput, ActionName, ActionResults } from '../../cloudfunctions/contract/actions'
export type { ConfigResult, VendorView } from '../../cloudfunctions/contract/config'
export type {
  Handoff,
  MiniProgramHandoff,
  PluginHandoff,
  QrImageHandoff,
  WebUrlHandoff,
} from '../../cloudfunctions/contract/handoff'
export type { StepView, VerificationView } from '../../cloudfunctions/contract/verification'
