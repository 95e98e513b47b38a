import type * as v from 'valibot'
import type { ErrorCode } from '../domain/errors'
import type { LimitName } from '../domain/limits'
import type { Role } from '../domain/roles'
import {
  attachInput,
  type BatchListResult,
  type CreateResult,
  cancelBatchInput,
  createInput,
  exportInput,
  type FileResult,
  fixInput,
  type LinkResult,
  type LinksResult,
  linkInput,
  linksInput,
  listBatchesInput,
  type RemoveResult,
  type RepairResult,
  type RowLinkResult,
  type RowResult,
  type RowsResult,
  readInput,
  removeRowsInput,
  repairInput,
  resolveInput,
  rowInput,
  saveRowInput,
  submitInput,
  templateInput,
} from './batch'
import { type ConfigResult, configInput } from './config'
import { type ConsentResult, recordInput } from './consent'
import { type OpenResult, openInput } from './contract'
import {
  type CreateHandoverResult,
  createHandoverInput,
  getHandoverInput,
  type HandoverResult,
  type OpenHandoverResult,
  openHandoverInput,
} from './handover'
import {
  type ApiKeyListResult,
  apiKeyInput,
  type CreateApiKeyResult,
  changeEndpointInput,
  createApiKeyInput,
  createEndpointInput,
  type DeliveryListResult,
  type DeliveryResult,
  type EndpointListResult,
  type EndpointSecretResult,
  endpointInput,
  listApiKeysInput,
  listDeliveriesInput,
  listEndpointsInput,
  replayInput,
} from './integration'
import {
  type CampaignListResult,
  type CampaignResult,
  type CreateInvitationResult,
  campaignInput,
  createInvitationInput,
  type ImportInvitationsResult,
  type InvitationCodeResult,
  type InvitationListResult,
  type InvitationResult,
  type InvitationSheetResult,
  importInvitationsInput,
  invitationCodeInput,
  invitationInput,
  invitationSheetInput,
  invitationTemplateInput,
  listCampaignsInput,
  listInvitationsInput,
  type RevokeInvitationsResult,
  resendInvitationInput,
  revokeInvitationsInput,
} from './invitation'
import {
  type AdoptResult,
  adoptInput,
  type LegacyInvitationsResult,
  legacyInvitationsInput,
} from './legacyInvitations'
import {
  finishInvitationInput,
  type InvitationOffer,
  openInvitationInput,
  startInvitationInput,
} from './offer'
import {
  claimInput,
  type InviteOperatorResult,
  inviteOperatorInput,
  listOperatorsInput,
  meInput,
  type OperatorListResult,
  type OperatorResult,
  removeOperatorInput,
  withdrawOperatorInput,
} from './operator'
import { type OutlineResult, outlineInput } from './outline'
import { type PhoneNumberResult, phoneNumberInput } from './phone'
import {
  cancelInput,
  getInput,
  type ListResult,
  listInput,
  type RenewResult,
  refreshInput,
  renewInput,
  type StartResult,
  startInput,
  type VerificationResult,
} from './verification'
import {
  type CaseListResult,
  type CaseResult,
  caseInput,
  exportInvitationsInput,
  exportVerificationsInput,
  type FiguresResult,
  figuresInput,
  searchVerificationsInput,
} from './workplace'

/** Who may call an action; `everyone`: every user of the mini-program, for what is his own. */
export type Caller = 'everyone' | Role

/** What an action takes and who may call it. What it answers is known to the compiler only. */
export interface Action<Input extends v.GenericSchema, Result> {
  caller: Caller
  /** How often; the entry counts before anything is done. */
  limit: LimitName
  input: Input
  answers?: (result: Result) => void
}

const action =
  <Result>() =>
  <Input extends v.GenericSchema>(caller: Caller, limit: LimitName, input: Input): Action<Input, Result> => ({
    caller,
    limit,
    input,
  })

/** Every action of the `api` function, declared once. The event is `{ action, input }`. */
export const actions = {
  'config.get': action<ConfigResult>()('everyone', 'looks', configInput),
  'consent.record': action<ConsentResult>()('everyone', 'consents', recordInput),
  'contract.open': action<OpenResult>()('everyone', 'starts', openInput),
  'verification.start': action<StartResult>()('everyone', 'starts', startInput),
  'verification.get': action<VerificationResult>()('everyone', 'looks', getInput),
  'verification.refresh': action<VerificationResult>()('everyone', 'refreshes', refreshInput),
  'verification.list': action<ListResult>()('everyone', 'looks', listInput),
  'verification.cancel': action<VerificationResult>()('everyone', 'changes', cancelInput),
  'verification.renew': action<RenewResult>()('everyone', 'renewals', renewInput),
  'verification.outline': action<OutlineResult>()('everyone', 'questions', outlineInput),
  'phone.number': action<PhoneNumberResult>()('everyone', 'phones', phoneNumberInput),
  'invitation.open': action<InvitationOffer>()('everyone', 'tokens', openInvitationInput),
  'invitation.start': action<StartResult>()('everyone', 'tokens', startInvitationInput),
  'invitation.finish': action<InvitationOffer>()('everyone', 'tokens', finishInvitationInput),
  'handover.create': action<CreateHandoverResult>()('everyone', 'handovers', createHandoverInput),
  'handover.get': action<HandoverResult>()('everyone', 'looks', getHandoverInput),
  'handover.open': action<OpenHandoverResult>()('everyone', 'tokens', openHandoverInput),
  'operator.me': action<OperatorResult>()('everyone', 'looks', meInput),
  'operator.claim': action<OperatorResult>()('everyone', 'codes', claimInput),
  'operator.list': action<OperatorListResult>()('owner', 'looks', listOperatorsInput),
  'operator.invite': action<InviteOperatorResult>()('owner', 'appointments', inviteOperatorInput),
  'operator.withdraw': action<OperatorListResult>()('owner', 'changes', withdrawOperatorInput),
  'operator.remove': action<OperatorListResult>()('owner', 'changes', removeOperatorInput),
  'batch.template': action<FileResult>()('viewer', 'exports', templateInput),
  'batch.create': action<CreateResult>()('operator', 'imports', createInput),
  'batch.list': action<BatchListResult>()('viewer', 'looks', listBatchesInput),
  'batch.get': action<RowsResult>()('viewer', 'looks', readInput),
  'batch.refresh': action<RowsResult>()('viewer', 'refreshes', readInput),
  'batch.row': action<RowResult>()('viewer', 'looks', rowInput),
  'batch.saveRow': action<RowResult>()('operator', 'changes', saveRowInput),
  'batch.removeRows': action<RemoveResult>()('operator', 'changes', removeRowsInput),
  'batch.attach': action<RowResult>()('operator', 'changes', attachInput),
  'batch.fix': action<RowsResult>()('operator', 'changes', fixInput),
  'batch.submit': action<RowsResult>()('operator', 'submissions', submitInput),
  'batch.links': action<LinksResult>()('viewer', 'questions', linksInput),
  'batch.link': action<LinkResult>()('operator', 'submissions', linkInput),
  'batch.rowLink': action<RowLinkResult>()('viewer', 'questions', rowInput),
  'batch.repair': action<RepairResult>()('operator', 'submissions', repairInput),
  'batch.resolve': action<RowsResult>()('operator', 'submissions', resolveInput),
  'batch.cancel': action<RowsResult>()('operator', 'submissions', cancelBatchInput),
  'batch.export': action<FileResult>()('viewer', 'exports', exportInput),
  'invitation.template': action<FileResult>()('viewer', 'exports', invitationTemplateInput),
  'invitation.create': action<CreateInvitationResult>()('operator', 'invitations', createInvitationInput),
  'invitation.import': action<ImportInvitationsResult>()('operator', 'imports', importInvitationsInput),
  'invitation.list': action<InvitationListResult>()('viewer', 'looks', listInvitationsInput),
  'invitation.campaigns': action<CampaignListResult>()('viewer', 'looks', listCampaignsInput),
  'invitation.campaign': action<CampaignResult>()('viewer', 'looks', campaignInput),
  'invitation.get': action<InvitationResult>()('viewer', 'looks', invitationInput),
  'invitation.revoke': action<RevokeInvitationsResult>()('operator', 'changes', revokeInvitationsInput),
  'invitation.resend': action<InvitationResult>()('operator', 'invitations', resendInvitationInput),
  'invitation.code': action<InvitationCodeResult>()('operator', 'invitationCodes', invitationCodeInput),
  'invitation.sheet': action<InvitationSheetResult>()('operator', 'exports', invitationSheetInput),
  'workplace.figures': action<FiguresResult>()('viewer', 'looks', figuresInput),
  'workplace.verifications': action<CaseListResult>()('viewer', 'looks', searchVerificationsInput),
  'workplace.verification': action<CaseResult>()('viewer', 'looks', caseInput),
  'workplace.outline': action<OutlineResult>()('viewer', 'questions', caseInput),
  'workplace.exportVerifications': action<FileResult>()('viewer', 'exports', exportVerificationsInput),
  'workplace.exportInvitations': action<FileResult>()('viewer', 'exports', exportInvitationsInput),
  'legacyInvitations.search': action<LegacyInvitationsResult>()(
    'viewer',
    'questions',
    legacyInvitationsInput,
  ),
  'legacyInvitations.adopt': action<AdoptResult>()('operator', 'imports', adoptInput),
  'apiKey.create': action<CreateApiKeyResult>()('owner', 'appointments', createApiKeyInput),
  'apiKey.list': action<ApiKeyListResult>()('owner', 'looks', listApiKeysInput),
  'apiKey.revoke': action<ApiKeyListResult>()('owner', 'changes', apiKeyInput),
  'endpoint.create': action<EndpointSecretResult>()('owner', 'appointments', createEndpointInput),
  'endpoint.list': action<EndpointListResult>()('owner', 'looks', listEndpointsInput),
  'endpoint.switch': action<EndpointListResult>()('owner', 'changes', changeEndpointInput),
  'endpoint.remove': action<EndpointListResult>()('owner', 'changes', endpointInput),
  'endpoint.rotate': action<EndpointSecretResult>()('owner', 'appointments', endpointInput),
  'endpoint.test': action<{ eventId: string }>()('owner', 'deliveries', endpointInput),
  'delivery.list': action<DeliveryListResult>()('owner', 'looks', listDeliveriesInput),
  'delivery.replay': action<DeliveryResult>()('owner', 'deliveries', replayInput),
} as const

export type ActionName = keyof typeof actions
export type ActionResults = {
  [A in ActionName]: (typeof actions)[A] extends Action<infer _, infer Result> ? Result : never
}
/** What a client sends; optional fields may be left out. */
export type ActionInput<A extends ActionName> = v.InferInput<(typeof actions)[A]['input']>

export interface ActionFailure {
  code: ErrorCode
  /** A sentence the user can act on, in Chinese; a client in another language translates `code`. */
  message: string
  /** Path of the input at fault, like `person.idNumber`. */
  field?: string
  /** s after which it may be tried again, where that helps. */
  retryAfter?: number
}

export type ActionAnswer<A extends ActionName> =
  | { ok: true; data: ActionResults[A] }
  | { ok: false; error: ActionFailure; requestId: string }
