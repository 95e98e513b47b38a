import type * as v from 'valibot'
import type { ErrorCode } from '../domain/errors'
import type { LimitName } from '../domain/limits'
import type { Role } from '../domain/roles'
import {
  attachInput,
  type BatchListResult,
  type CreateOrAskedResult,
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
import { type BrandResult, brandInput, type SaveBrandResult, saveBrandInput } from './brand'
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
import { type HealthResult, healthInput, type ReachResult, reachInput } from './health'
import {
  type ApiKeyListResult,
  actOnEndpointInput,
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
  type AcceptMessagesResult,
  acceptMessagesInput,
  acceptWeeklyInput,
  type RemindAdministratorsResult,
  type RemindResult,
  remindAdministratorsInput,
  remindInput,
} from './message'
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
import {
  copyInput,
  type EraseResult,
  eraseInput,
  type MyDataResult,
  requestCopyInput,
  requestInput,
  seeInput,
  type WithdrawResult,
  withdrawInput,
} from './personal'
import { type PhoneNumberResult, phoneNumberInput } from './phone'
import { type AcceptLinkResult, type SharedLinkResult, sharedLinkInput } from './sharedLink'
import {
  cancelInput,
  confirmNumberInput,
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
  annotateInput,
  beginExportInput,
  type CaseListResult,
  type CaseNoteView,
  type CaseResult,
  caseInput,
  type ExportFileResult,
  type ExportListResult,
  type ExportView,
  exportFileInput,
  exportInvitationsInput,
  exportVerificationsInput,
  type FiguresResult,
  figuresInput,
  goOnExportInput,
  listExportsInput,
  searchVerificationsInput,
} from './workplace'

/** Who may call an action; `everyone`: every user of the mini-program, for what is his own. */
export type Caller = 'everyone' | Role

/**
 * What the same call a second time comes to. The client SDK repeats calls by itself after a system error, and people
 * press again; whatever makes something must know its repeats.
 */
export type Repeat =
  /** To no more than one call does. */
  | 'harmless'
  /** The use case knows by this field of the input what it has made; other content with it is refused. */
  | { knownBy: string }
  /** The answer is kept sealed, ms, for whoever asks again with the same `clientKey`; without one nothing is known. */
  | { keptFor: number }
/** What the input has the fields for. */
type Possible<Input> =
  | 'harmless'
  | { knownBy: KeyOf<Input> }
  | ('clientKey' extends KeyOf<Input> ? { keptFor: number } : never)
/** Of each member of a union. */
type KeyOf<T> = T extends unknown ? keyof T & string : never

/**
 * Which row of the audit says that it was done. Whatever an operator does must leave one: an action that may do more than
 * look does not compile with `none`.
 */
export type Trace =
  /** None: it looks, or it is a person's own, which has a chain of its own. */
  | 'none'
  /** The use case leaves rows: in the chain of what it changes, or in that of acts once its outcome is known. */
  | 'chain'
  /** The entry leaves one in the chain of acts, before it is done. */
  | 'act'
/** Of these a call changes nothing and takes nothing out. */
type LookLimit = 'looks' | 'refreshes' | 'questions'
type TraceOf<Who extends Caller, Often extends LimitName> = Who extends Role
  ? Often extends LookLimit
    ? Trace
    : Exclude<Trace, 'none'>
  : Trace

/** What an action takes, who may call it, and what repeats come to. What it answers is known to the compiler only. */
export interface Action<Input extends v.GenericSchema, Result, Again = Repeat, Who extends Caller = Caller> {
  caller: Who
  /** How often; the entry counts before anything is done. */
  limit: LimitName
  input: Input
  repeat: Again
  trace: Trace
  answers?: (result: Result) => void
}

const action =
  <Result>() =>
  <
    Who extends Caller,
    Often extends LimitName,
    Input extends v.GenericSchema,
    const Again extends Possible<v.InferInput<Input>>,
  >(
    caller: Who,
    limit: Often,
    input: Input,
    repeat: Again,
    trace: TraceOf<Who, Often>,
  ): Action<Input, Result, Again, Who> => ({ caller, limit, input, repeat, trace })

const minutes = 60_000
/** As long as what was made can be of use: a code on a screen, a number for a form. */
const shortly = { keptFor: 10 * minutes }
/** Secrets that are shown once. */
const aDay = { keptFor: 24 * 60 * minutes }

/** Every action of the `api` function, declared once. The event is `{ action, input }`. */
export const actions = {
  'myData.see': action<MyDataResult>()('everyone', 'looks', seeInput, 'harmless', 'none'),
  'myData.copy': action<FileResult>()('everyone', 'exports', copyInput, 'harmless', 'chain'),
  'myData.withdraw': action<WithdrawResult>()('everyone', 'changes', withdrawInput, 'harmless', 'chain'),
  'myData.erase': action<EraseResult>()('everyone', 'changes', eraseInput, 'harmless', 'chain'),
  'request.copy': action<FileResult>()('owner', 'exports', requestCopyInput, 'harmless', 'chain'),
  'request.withdraw': action<WithdrawResult>()('owner', 'changes', requestInput, 'harmless', 'chain'),
  'request.erase': action<EraseResult>()('owner', 'changes', requestInput, 'harmless', 'chain'),
  'config.get': action<ConfigResult>()('everyone', 'looks', configInput, 'harmless', 'none'),
  'consent.record': action<ConsentResult>()(
    'everyone',
    'consents',
    recordInput,
    { knownBy: 'clientKey' },
    'none',
  ),
  'contract.open': action<OpenResult>()('everyone', 'starts', openInput, 'harmless', 'none'),
  'verification.start': action<StartResult>()(
    'everyone',
    'starts',
    startInput,
    { knownBy: 'clientKey' },
    'none',
  ),
  'verification.get': action<VerificationResult>()('everyone', 'looks', getInput, 'harmless', 'none'),
  'verification.refresh': action<VerificationResult>()(
    'everyone',
    'refreshes',
    refreshInput,
    'harmless',
    'none',
  ),
  'verification.list': action<ListResult>()('everyone', 'looks', listInput, 'harmless', 'none'),
  'verification.confirmNumber': action<VerificationResult>()(
    'everyone',
    'phones',
    confirmNumberInput,
    'harmless',
    'none',
  ),
  'verification.cancel': action<VerificationResult>()('everyone', 'changes', cancelInput, 'harmless', 'none'),
  'verification.renew': action<RenewResult>()(
    'everyone',
    'renewals',
    renewInput,
    { knownBy: 'attempt' },
    'none',
  ),
  'verification.outline': action<OutlineResult>()('everyone', 'questions', outlineInput, 'harmless', 'none'),
  'message.accept': action<AcceptMessagesResult>()(
    'everyone',
    'changes',
    acceptMessagesInput,
    'harmless',
    'none',
  ),
  'phone.number': action<PhoneNumberResult>()('everyone', 'phones', phoneNumberInput, shortly, 'none'),
  'invitation.open': action<InvitationOffer>()('everyone', 'tokens', openInvitationInput, 'harmless', 'none'),
  'invitation.start': action<StartResult>()(
    'everyone',
    'tokens',
    startInvitationInput,
    {
      knownBy: 'clientKey',
    },
    'none',
  ),
  'invitation.finish': action<InvitationOffer>()(
    'everyone',
    'tokens',
    finishInvitationInput,
    'harmless',
    'none',
  ),
  'link.open': action<SharedLinkResult>()('everyone', 'tokens', sharedLinkInput, 'harmless', 'none'),
  'link.accept': action<AcceptLinkResult>()('everyone', 'tokens', sharedLinkInput, 'harmless', 'none'),
  'handover.create': action<CreateHandoverResult>()(
    'everyone',
    'handovers',
    createHandoverInput,
    shortly,
    'none',
  ),
  'handover.get': action<HandoverResult>()('everyone', 'looks', getHandoverInput, 'harmless', 'none'),
  'handover.open': action<OpenHandoverResult>()('everyone', 'tokens', openHandoverInput, 'harmless', 'none'),
  'operator.me': action<OperatorResult>()('everyone', 'looks', meInput, 'harmless', 'none'),
  'operator.claim': action<OperatorResult>()('everyone', 'codes', claimInput, { knownBy: 'code' }, 'chain'),
  'operator.list': action<OperatorListResult>()('owner', 'looks', listOperatorsInput, 'harmless', 'none'),
  'operator.invite': action<InviteOperatorResult>()(
    'owner',
    'appointments',
    inviteOperatorInput,
    aDay,
    'act',
  ),
  'operator.withdraw': action<OperatorListResult>()(
    'owner',
    'changes',
    withdrawOperatorInput,
    'harmless',
    'act',
  ),
  'operator.remove': action<OperatorListResult>()('owner', 'changes', removeOperatorInput, 'harmless', 'act'),
  'batch.template': action<FileResult>()('viewer', 'exports', templateInput, 'harmless', 'act'),
  'batch.create': action<CreateOrAskedResult>()(
    'operator',
    'imports',
    createInput,
    { knownBy: 'clientKey' },
    'chain',
  ),
  'batch.list': action<BatchListResult>()('viewer', 'looks', listBatchesInput, 'harmless', 'none'),
  'batch.get': action<RowsResult>()('viewer', 'looks', readInput, 'harmless', 'none'),
  'batch.refresh': action<RowsResult>()('viewer', 'refreshes', readInput, 'harmless', 'none'),
  'batch.row': action<RowResult>()('viewer', 'looks', rowInput, 'harmless', 'none'),
  'batch.saveRow': action<RowResult>()('operator', 'changes', saveRowInput, aDay, 'act'),
  'batch.removeRows': action<RemoveResult>()('operator', 'changes', removeRowsInput, 'harmless', 'chain'),
  'batch.attach': action<RowResult>()('operator', 'changes', attachInput, 'harmless', 'act'),
  'batch.fix': action<RowsResult>()('operator', 'changes', fixInput, 'harmless', 'act'),
  'batch.submit': action<RowsResult>()('operator', 'submissions', submitInput, 'harmless', 'chain'),
  'batch.links': action<LinksResult>()('viewer', 'questions', linksInput, 'harmless', 'none'),
  'batch.link': action<LinkResult>()('operator', 'submissions', linkInput, 'harmless', 'act'),
  'batch.remind': action<RemindAdministratorsResult>()(
    'operator',
    'deliveries',
    remindAdministratorsInput,
    'harmless',
    'act',
  ),
  'batch.rowLink': action<RowLinkResult>()('viewer', 'questions', rowInput, 'harmless', 'none'),
  'batch.repair': action<RepairResult>()('operator', 'submissions', repairInput, 'harmless', 'chain'),
  'batch.resolve': action<RowsResult>()('operator', 'submissions', resolveInput, 'harmless', 'chain'),
  'batch.cancel': action<RowsResult>()('operator', 'submissions', cancelBatchInput, 'harmless', 'chain'),
  'batch.export': action<FileResult>()('viewer', 'exports', exportInput, 'harmless', 'act'),
  'invitation.template': action<FileResult>()(
    'viewer',
    'exports',
    invitationTemplateInput,
    'harmless',
    'act',
  ),
  'invitation.create': action<CreateInvitationResult>()(
    'operator',
    'invitations',
    createInvitationInput,
    {
      knownBy: 'clientKey',
    },
    'chain',
  ),
  'invitation.import': action<ImportInvitationsResult>()(
    'operator',
    'imports',
    importInvitationsInput,
    {
      knownBy: 'clientKey',
    },
    'chain',
  ),
  'invitation.list': action<InvitationListResult>()(
    'viewer',
    'looks',
    listInvitationsInput,
    'harmless',
    'none',
  ),
  'invitation.campaigns': action<CampaignListResult>()(
    'viewer',
    'looks',
    listCampaignsInput,
    'harmless',
    'none',
  ),
  'invitation.campaign': action<CampaignResult>()('viewer', 'looks', campaignInput, 'harmless', 'none'),
  'invitation.get': action<InvitationResult>()('viewer', 'looks', invitationInput, 'harmless', 'none'),
  'invitation.revoke': action<RevokeInvitationsResult>()(
    'operator',
    'changes',
    revokeInvitationsInput,
    'harmless',
    'chain',
  ),
  'invitation.resend': action<InvitationResult>()(
    'operator',
    'invitations',
    resendInvitationInput,
    aDay,
    'chain',
  ),
  'invitation.remind': action<RemindResult>()('operator', 'deliveries', remindInput, 'harmless', 'act'),
  'invitation.code': action<InvitationCodeResult>()(
    'operator',
    'invitationCodes',
    invitationCodeInput,
    'harmless',
    'act',
  ),
  'invitation.sheet': action<InvitationSheetResult>()(
    'operator',
    'exports',
    invitationSheetInput,
    'harmless',
    'act',
  ),
  'workplace.figures': action<FiguresResult>()('viewer', 'looks', figuresInput, 'harmless', 'none'),
  'workplace.verifications': action<CaseListResult>()(
    'viewer',
    'looks',
    searchVerificationsInput,
    'harmless',
    'none',
  ),
  'workplace.verification': action<CaseResult>()('viewer', 'looks', caseInput, 'harmless', 'none'),
  'brand.get': action<BrandResult>()('viewer', 'looks', brandInput, 'harmless', 'none'),
  'brand.save': action<SaveBrandResult>()('owner', 'changes', saveBrandInput, shortly, 'act'),
  'workplace.acceptWeekly': action<AcceptMessagesResult>()(
    'viewer',
    'changes',
    acceptWeeklyInput,
    'harmless',
    'act',
  ),
  'workplace.annotate': action<CaseNoteView>()('operator', 'changes', annotateInput, 'harmless', 'act'),
  'workplace.outline': action<OutlineResult>()('viewer', 'questions', caseInput, 'harmless', 'none'),
  'workplace.exportVerifications': action<FileResult>()(
    'viewer',
    'exports',
    exportVerificationsInput,
    'harmless',
    'act',
  ),
  'workplace.exportInvitations': action<FileResult>()(
    'viewer',
    'exports',
    exportInvitationsInput,
    'harmless',
    'act',
  ),
  'workplace.beginExport': action<ExportView>()('viewer', 'exports', beginExportInput, shortly, 'act'),
  'workplace.goOnExport': action<ExportView>()('viewer', 'exports', goOnExportInput, 'harmless', 'act'),
  'workplace.exports': action<ExportListResult>()('viewer', 'looks', listExportsInput, 'harmless', 'none'),
  'workplace.exportFile': action<ExportFileResult>()('viewer', 'exports', exportFileInput, 'harmless', 'act'),
  'workplace.health': action<HealthResult>()('owner', 'looks', healthInput, 'harmless', 'none'),
  'workplace.reach': action<ReachResult>()('owner', 'questions', reachInput, 'harmless', 'none'),
  'legacyInvitations.search': action<LegacyInvitationsResult>()(
    'viewer',
    'questions',
    legacyInvitationsInput,
    'harmless',
    'none',
  ),
  'legacyInvitations.adopt': action<AdoptResult>()(
    'operator',
    'imports',
    adoptInput,
    {
      knownBy: 'invitationId',
    },
    'chain',
  ),
  'apiKey.create': action<CreateApiKeyResult>()('owner', 'appointments', createApiKeyInput, aDay, 'chain'),
  'apiKey.list': action<ApiKeyListResult>()('owner', 'looks', listApiKeysInput, 'harmless', 'none'),
  'apiKey.revoke': action<ApiKeyListResult>()('owner', 'changes', apiKeyInput, 'harmless', 'chain'),
  'endpoint.create': action<EndpointSecretResult>()(
    'owner',
    'appointments',
    createEndpointInput,
    aDay,
    'act',
  ),
  'endpoint.list': action<EndpointListResult>()('owner', 'looks', listEndpointsInput, 'harmless', 'none'),
  'endpoint.switch': action<EndpointListResult>()('owner', 'changes', changeEndpointInput, 'harmless', 'act'),
  'endpoint.remove': action<EndpointListResult>()('owner', 'changes', endpointInput, 'harmless', 'act'),
  'endpoint.rotate': action<EndpointSecretResult>()('owner', 'appointments', actOnEndpointInput, aDay, 'act'),
  'endpoint.test': action<{ eventId: string }>()('owner', 'deliveries', actOnEndpointInput, aDay, 'act'),
  'delivery.list': action<DeliveryListResult>()('owner', 'looks', listDeliveriesInput, 'harmless', 'none'),
  'delivery.replay': action<DeliveryResult>()('owner', 'deliveries', replayInput, shortly, 'act'),
} as const

export type ActionName = keyof typeof actions
export type ActionResults = {
  [A in ActionName]: (typeof actions)[A] extends { answers?: (result: infer Result) => void } ? Result : never
}
/** What a client sends; optional fields may be left out. */
export type ActionInput<A extends ActionName> = v.InferInput<(typeof actions)[A]['input']>

/** Those with a key that may be left out: the client makes it, as no form does. */
export type KeyedAction = {
  [A in ActionName]: 'clientKey' extends keyof ActionInput<A>
    ? undefined extends ActionInput<A>['clientKey']
      ? A
      : never
    : never
}[ActionName]

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
