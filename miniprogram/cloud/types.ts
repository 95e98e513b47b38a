import type { ActionFailure } from '../../cloudfunctions/contract/actions'
import type { VendorView } from '../../cloudfunctions/contract/config'
import type { PluginHandoff } from '../../cloudfunctions/contract/handoff'
import type { VerificationView } from '../../cloudfunctions/contract/verification'

/** The closed vocabularies of the contract, by name, so that the texts can be checked against them. */
export type ErrorCode = ActionFailure['code']
export type ProblemCode = NonNullable<VerificationView['problem']>['code']
export type State = VerificationView['state']
export type VendorId = VerificationView['vendor']
export type Mode = VerificationView['mode']
export type Assurance = NonNullable<VerificationView['assurance']>
export type IdType = VendorView['idTypes'][number]
export type Hint = PluginHandoff['events'][string]
export type StepKey = VerificationView['steps'][number]['key']
export type StepStatus = VerificationView['steps'][number]['status']

export type { ActionInput, ActionName, ActionResults } from '../../cloudfunctions/contract/actions'
export type { ConfigResult } from '../../cloudfunctions/contract/config'
export type {
  Handoff,
  MiniProgramHandoff,
  PluginHandoff,
  QrImageHandoff,
  WebUrlHandoff,
} from '../../cloudfunctions/contract/handoff'
export type { StepView, VerificationView } from '../../cloudfunctions/contract/verification'
