import type * as v from 'valibot'
import type { ErrorCode } from '../domain/errors'
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

/** Every action of the `api` function and the schema of its input. The event is `{ action, input }`. */
export const actionInputs = {
  'config.get': configInput,
  'consent.record': recordInput,
  'contract.open': openInput,
  'verification.start': startInput,
  'verification.get': getInput,
  'verification.refresh': refreshInput,
  'verification.list': listInput,
  'verification.cancel': cancelInput,
  'verification.renew': renewInput,
  'verification.outline': outlineInput,
  'phone.number': phoneNumberInput,
  'invitation.open': openInvitationInput,
  'invitation.start': startInvitationInput,
  'invitation.finish': finishInvitationInput,
  'handover.create': createHandoverInput,
  'handover.get': getHandoverInput,
  'handover.open': openHandoverInput,
  'operator.me': meInput,
  'operator.claim': claimInput,
  'operator.list': listOperatorsInput,
  'operator.invite': inviteOperatorInput,
  'operator.withdraw': withdrawOperatorInput,
  'operator.remove': removeOperatorInput,
  'batch.template': templateInput,
  'batch.create': createInput,
  'batch.list': listBatchesInput,
  'batch.get': readInput,
  'batch.refresh': readInput,
  'batch.row': rowInput,
  'batch.saveRow': saveRowInput,
  'batch.removeRows': removeRowsInput,
  'batch.attach': attachInput,
  'batch.fix': fixInput,
  'batch.submit': submitInput,
  'batch.links': linksInput,
  'batch.link': linkInput,
  'batch.rowLink': rowInput,
  'batch.repair': repairInput,
  'batch.resolve': resolveInput,
  'batch.cancel': cancelBatchInput,
  'batch.export': exportInput,
  'invitation.template': invitationTemplateInput,
  'invitation.create': createInvitationInput,
  'invitation.import': importInvitationsInput,
  'invitation.list': listInvitationsInput,
  'invitation.campaigns': listCampaignsInput,
  'invitation.campaign': campaignInput,
  'invitation.get': invitationInput,
  'invitation.revoke': revokeInvitationsInput,
  'invitation.resend': resendInvitationInput,
  'invitation.code': invitationCodeInput,
  'invitation.sheet': invitationSheetInput,
  'workplace.figures': figuresInput,
  'workplace.verifications': searchVerificationsInput,
  'workplace.verification': caseInput,
  'workplace.outline': caseInput,
  'workplace.exportVerifications': exportVerificationsInput,
  'workplace.exportInvitations': exportInvitationsInput,
  'legacyInvitations.search': legacyInvitationsInput,
  'legacyInvitations.adopt': adoptInput,
} as const

export interface ActionResults {
  'config.get': ConfigResult
  'consent.record': ConsentResult
  'contract.open': OpenResult
  'verification.start': StartResult
  'verification.get': VerificationResult
  'verification.refresh': VerificationResult
  'verification.list': ListResult
  'verification.cancel': VerificationResult
  'verification.renew': RenewResult
  'verification.outline': OutlineResult
  'phone.number': PhoneNumberResult
  'invitation.open': InvitationOffer
  'invitation.start': StartResult
  'invitation.finish': InvitationOffer
  'handover.create': CreateHandoverResult
  'handover.get': HandoverResult
  'handover.open': OpenHandoverResult
  'operator.me': OperatorResult
  'operator.claim': OperatorResult
  'operator.list': OperatorListResult
  'operator.invite': InviteOperatorResult
  'operator.withdraw': OperatorListResult
  'operator.remove': OperatorListResult
  'batch.template': FileResult
  'batch.create': CreateResult
  'batch.list': BatchListResult
  'batch.get': RowsResult
  'batch.refresh': RowsResult
  'batch.row': RowResult
  'batch.saveRow': RowResult
  'batch.removeRows': RemoveResult
  'batch.attach': RowResult
  'batch.fix': RowsResult
  'batch.submit': RowsResult
  'batch.links': LinksResult
  'batch.link': LinkResult
  'batch.rowLink': RowLinkResult
  'batch.repair': RepairResult
  'batch.resolve': RowsResult
  'batch.cancel': RowsResult
  'batch.export': FileResult
  'invitation.template': FileResult
  'invitation.create': CreateInvitationResult
  'invitation.import': ImportInvitationsResult
  'invitation.list': InvitationListResult
  'invitation.campaigns': CampaignListResult
  'invitation.campaign': CampaignResult
  'invitation.get': InvitationResult
  'invitation.revoke': RevokeInvitationsResult
  'invitation.resend': InvitationResult
  'invitation.code': InvitationCodeResult
  'invitation.sheet': InvitationSheetResult
  'workplace.figures': FiguresResult
  'workplace.verifications': CaseListResult
  'workplace.verification': CaseResult
  'workplace.outline': OutlineResult
  'workplace.exportVerifications': FileResult
  'workplace.exportInvitations': FileResult
  'legacyInvitations.search': LegacyInvitationsResult
  'legacyInvitations.adopt': AdoptResult
}

export type ActionName = keyof ActionResults
/** What a client sends; optional fields may be left out. */
export type ActionInput<A extends ActionName> = v.InferInput<(typeof actionInputs)[A]>

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
