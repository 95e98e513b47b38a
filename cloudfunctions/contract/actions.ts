import type * as v from 'valibot'
import type { ErrorCode } from '../domain/errors'
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
  input: Input
  answers?: (result: Result) => void
}

const action =
  <Result>() =>
  <Input extends v.GenericSchema>(caller: Caller, input: Input): Action<Input, Result> => ({ caller, input })

/** Every action of the `api` function, declared once. The event is `{ action, input }`. */
export const actions = {
  'config.get': action<ConfigResult>()('everyone', configInput),
  'consent.record': action<ConsentResult>()('everyone', recordInput),
  'contract.open': action<OpenResult>()('everyone', openInput),
  'verification.start': action<StartResult>()('everyone', startInput),
  'verification.get': action<VerificationResult>()('everyone', getInput),
  'verification.refresh': action<VerificationResult>()('everyone', refreshInput),
  'verification.list': action<ListResult>()('everyone', listInput),
  'verification.cancel': action<VerificationResult>()('everyone', cancelInput),
  'verification.renew': action<RenewResult>()('everyone', renewInput),
  'verification.outline': action<OutlineResult>()('everyone', outlineInput),
  'phone.number': action<PhoneNumberResult>()('everyone', phoneNumberInput),
  'invitation.open': action<InvitationOffer>()('everyone', openInvitationInput),
  'invitation.start': action<StartResult>()('everyone', startInvitationInput),
  'invitation.finish': action<InvitationOffer>()('everyone', finishInvitationInput),
  'handover.create': action<CreateHandoverResult>()('everyone', createHandoverInput),
  'handover.get': action<HandoverResult>()('everyone', getHandoverInput),
  'handover.open': action<OpenHandoverResult>()('everyone', openHandoverInput),
  'operator.me': action<OperatorResult>()('everyone', meInput),
  'operator.claim': action<OperatorResult>()('everyone', claimInput),
  'operator.list': action<OperatorListResult>()('owner', listOperatorsInput),
  'operator.invite': action<InviteOperatorResult>()('owner', inviteOperatorInput),
  'operator.withdraw': action<OperatorListResult>()('owner', withdrawOperatorInput),
  'operator.remove': action<OperatorListResult>()('owner', removeOperatorInput),
  'batch.template': action<FileResult>()('viewer', templateInput),
  'batch.create': action<CreateResult>()('operator', createInput),
  'batch.list': action<BatchListResult>()('viewer', listBatchesInput),
  'batch.get': action<RowsResult>()('viewer', readInput),
  'batch.refresh': action<RowsResult>()('viewer', readInput),
  'batch.row': action<RowResult>()('viewer', rowInput),
  'batch.saveRow': action<RowResult>()('operator', saveRowInput),
  'batch.removeRows': action<RemoveResult>()('operator', removeRowsInput),
  'batch.attach': action<RowResult>()('operator', attachInput),
  'batch.fix': action<RowsResult>()('operator', fixInput),
  'batch.submit': action<RowsResult>()('operator', submitInput),
  'batch.links': action<LinksResult>()('viewer', linksInput),
  'batch.link': action<LinkResult>()('operator', linkInput),
  'batch.rowLink': action<RowLinkResult>()('viewer', rowInput),
  'batch.repair': action<RepairResult>()('operator', repairInput),
  'batch.resolve': action<RowsResult>()('operator', resolveInput),
  'batch.cancel': action<RowsResult>()('operator', cancelBatchInput),
  'batch.export': action<FileResult>()('viewer', exportInput),
  'invitation.template': action<FileResult>()('viewer', invitationTemplateInput),
  'invitation.create': action<CreateInvitationResult>()('operator', createInvitationInput),
  'invitation.import': action<ImportInvitationsResult>()('operator', importInvitationsInput),
  'invitation.list': action<InvitationListResult>()('viewer', listInvitationsInput),
  'invitation.campaigns': action<CampaignListResult>()('viewer', listCampaignsInput),
  'invitation.campaign': action<CampaignResult>()('viewer', campaignInput),
  'invitation.get': action<InvitationResult>()('viewer', invitationInput),
  'invitation.revoke': action<RevokeInvitationsResult>()('operator', revokeInvitationsInput),
  'invitation.resend': action<InvitationResult>()('operator', resendInvitationInput),
  'invitation.code': action<InvitationCodeResult>()('operator', invitationCodeInput),
  'invitation.sheet': action<InvitationSheetResult>()('operator', invitationSheetInput),
  'workplace.figures': action<FiguresResult>()('viewer', figuresInput),
  'workplace.verifications': action<CaseListResult>()('viewer', searchVerificationsInput),
  'workplace.verification': action<CaseResult>()('viewer', caseInput),
  'workplace.outline': action<OutlineResult>()('viewer', caseInput),
  'workplace.exportVerifications': action<FileResult>()('viewer', exportVerificationsInput),
  'workplace.exportInvitations': action<FileResult>()('viewer', exportInvitationsInput),
  'legacyInvitations.search': action<LegacyInvitationsResult>()('viewer', legacyInvitationsInput),
  'legacyInvitations.adopt': action<AdoptResult>()('operator', adoptInput),
  'apiKey.create': action<CreateApiKeyResult>()('owner', createApiKeyInput),
  'apiKey.list': action<ApiKeyListResult>()('owner', listApiKeysInput),
  'apiKey.revoke': action<ApiKeyListResult>()('owner', apiKeyInput),
  'endpoint.create': action<EndpointSecretResult>()('owner', createEndpointInput),
  'endpoint.list': action<EndpointListResult>()('owner', listEndpointsInput),
  'endpoint.switch': action<EndpointListResult>()('owner', changeEndpointInput),
  'endpoint.remove': action<EndpointListResult>()('owner', endpointInput),
  'endpoint.rotate': action<EndpointSecretResult>()('owner', endpointInput),
  'endpoint.test': action<{ eventId: string }>()('owner', endpointInput),
  'delivery.list': action<DeliveryListResult>()('owner', listDeliveriesInput),
  'delivery.replay': action<DeliveryResult>()('owner', replayInput),
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
}

export type ActionAnswer<A extends ActionName> =
  | { ok: true; data: ActionResults[A] }
  | { ok: false; error: ActionFailure; requestId: string }
