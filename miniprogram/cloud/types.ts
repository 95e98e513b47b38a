import type { ActionFailure, ActionInput, ActionResults } from '../../cloudfunctions/contract/actions'
import type { BatchView, RowDetail, RowView } from '../../cloudfunctions/contract/batch'
import type { VendorView } from '../../cloudfunctions/contract/config'
import type { PluginHandoff } from '../../cloudfunctions/contract/handoff'
import type { InvitationDetail, InvitationView, InviteeIssue } from '../../cloudfunctions/contract/invitation'
import type { InvitationOffer, invitedPurpose } from '../../cloudfunctions/contract/offer'
import type { VerificationView } from '../../cloudfunctions/contract/verification'
import type { FiguresResult } from '../../cloudfunctions/contract/workplace'

/** The closed vocabularies of the contract, by name, so that the texts can be checked against them. */
export type ErrorCode = ActionFailure['code']
export type ProblemCode = NonNullable<VerificationView['problem']>['code']
export type State = VerificationView['state']
export type VendorId = VerificationView['vendor']
export type Subject = VerificationView['subject']
export type FallbackMode = NonNullable<VendorView['page']>['fallbackModes'][number]
export type PageField = InvitationDetail['editableFields'][number]
export type Mode = NonNullable<VerificationView['mode']>
export type LockKind = ActionResults['operator.list']['locks'][number]['kind']
export type Assurance = NonNullable<VerificationView['assurance']>
export type FailureReason = NonNullable<VerificationView['reason']>
export type IdType = VendorView['idTypes'][number]
export type LicenceLimits = NonNullable<VendorView['licence']>
export type LicenceType = LicenceLimits['types'][number]
export type Hint = PluginHandoff['events'][string]
export type StepKey = VerificationView['steps'][number]['key']
export type StepStatus = VerificationView['steps'][number]['status']

export type RowState = RowView['state']
export type RowFields = NonNullable<RowDetail['fields']>
export type Column = keyof RowFields
export type RowIssue = RowDetail['issueList'][number]
export type LinkMode = BatchView['linkMode']
export type Authorization = NonNullable<BatchView['authorization']>
export type AttachmentKind = RowDetail['attachments'][number]['kind']
export type PauseCode = NonNullable<BatchView['paused']>['code']
export type Outline = NonNullable<ActionResults['verification.outline']['outline']>
/** A flow without those that hang on it. */
export type FlowOutline = Outline['related'][number]
export type OutlineStep = FlowOutline['steps'][number]
export type OutlineState = FlowOutline['state']
export type OutlineKind = OutlineStep['kind']
export type FaceMaker = NonNullable<OutlineStep['maker']>

export type InvitationState = InvitationView['state']
export type InvitationEvent = InvitationDetail['history'][number]['event']
export type IssueCode = InviteeIssue['code']
export type FailureKind = FiguresResult['failures'][number]['reason']

export type EventType = ActionResults['delivery.list']['items'][number]['type']

export type RefusedNotice = ActionResults['operator.list']['refusedNotices'][number]
export type RefusalCode = RefusedNotice['code']
export type MyData = ActionResults['myData.see']
export type KeptKind = MyData['kept'][number]['kind']

export type Role = NonNullable<ActionResults['operator.me']['role']>

type StartOf<S extends Subject> = Extract<ActionInput<'verification.start'>, { subject: S }>
export type PersonInput = StartOf<'person'>['person']
export type OrganizationInput = StartOf<'organization'>['organization']
/** Whom a start is about. */
export type SubjectInput =
  | { subject: 'person'; person: PersonInput }
  | { subject: 'organization'; organization: OrganizationInput }
export type Way = NonNullable<ActionInput<'verification.renew'>['way']>
export type InvitedPurpose = typeof invitedPurpose
export type InvitationTerms = NonNullable<InvitationOffer['terms']>
export type InviteeField = InvitationTerms['filledIn'][number]['field']
export type Redirect = NonNullable<InvitationTerms['redirect']>
type InvitedStartOf<S extends Subject> = Omit<
  Extract<ActionInput<'invitation.start'>, { subject: S }>,
  'token' | 'clientKey' | 'vendor' | 'consentId' | 'way' | 'handover'
>
/** Whom a start on an invitation is about, besides what is filled in. */
export type InvitedInput = InvitedStartOf<'person'> | InvitedStartOf<'organization'>
export type ContractIntent = NonNullable<ActionInput<'contract.open'>['intent']>

export type {
  ActionInput,
  ActionName,
  ActionResults,
  KeyedAction,
} from '../../cloudfunctions/contract/actions'
export type {
  BatchView,
  FileResult,
  LinkView,
  RepairResult,
  RowDetail,
  RowsResult,
  RowView,
} from '../../cloudfunctions/contract/batch'
export type { ConfigResult, VendorView } from '../../cloudfunctions/contract/config'
export type {
  Handoff,
  MiniProgramHandoff,
  PluginHandoff,
  WebUrlHandoff,
} from '../../cloudfunctions/contract/handoff'
export type {
  CreateHandoverInput,
  HandoverState,
  HandoverView,
} from '../../cloudfunctions/contract/handover'
export type {
  CampaignView,
  CodeForm,
  InvitationCodeResult,
  InvitationDetail,
  InvitationView,
  InviteeIssue,
} from '../../cloudfunctions/contract/invitation'
export type {
  LegacyInvitationState,
  LegacyInvitationView,
} from '../../cloudfunctions/contract/legacyInvitations'
export type { InvitationOffer } from '../../cloudfunctions/contract/offer'
export type { StepView, VerificationView } from '../../cloudfunctions/contract/verification'
export type {
  CaseResult,
  CaseView,
  ExportView,
  FiguresResult,
  TrailRow,
} from '../../cloudfunctions/contract/workplace'
