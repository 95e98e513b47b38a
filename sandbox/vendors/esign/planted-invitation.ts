/** An old invitation, written into the vendor's memory. */
import { object, oneOf, optional, type Parse, text, truth, webUrl } from '../kit/shape'
import {
  CALLBACK_SPELLINGS,
  CERT_TYPES,
  INVITATION_STATUSES,
  INVITE_TYPES,
  type Invitation,
  ORG_CERT_TYPES,
} from './invitations'
import { notifyUrl, nullable } from './values'

const invitee = object({
  mobile: optional(nullable(text)),
  email: optional(nullable(text)),
  name: optional(nullable(text)),
  idNumber: optional(nullable(text)),
  certType: optional(oneOf(CERT_TYPES)),
})

const organ = object({
  name: optional(nullable(text)),
  certNo: optional(nullable(text)),
  certType: optional(oneOf(ORG_CERT_TYPES)),
  legalName: optional(nullable(text)),
  legalNo: optional(nullable(text)),
})

const invitationFields = object({
  invitationId: optional(text),
  inviteType: optional(oneOf(INVITE_TYPES)),
  bizId: optional(text),
  redirectUrl: optional(webUrl),
  callbackUrl: optional(notifyUrl),
  spelling: optional(oneOf(CALLBACK_SPELLINGS)),
  status: optional(oneOf(INVITATION_STATUSES)),
  statusAsNumber: optional(truth),
  notifyType: optional(oneOf(['sms', 'email'])),
  inviteeInfo: optional(invitee),
  organInfo: optional(organ),
})

export const invitationShape: Parse<Omit<Invitation, 'invitationId'> & { invitationId?: string }> = (
  value,
  at,
) => {
  const given = invitationFields(value, at)
  const { inviteeInfo = {}, organInfo } = given
  return {
    invitationId: given.invitationId,
    inviteType: given.inviteType ?? (organInfo ? 'ORGAN' : 'PERSON'),
    bizId: given.bizId ?? null,
    redirectUrl: given.redirectUrl ?? null,
    callbackUrl: given.callbackUrl ?? null,
    spelling: given.spelling ?? 'callBackUrl',
    status: given.status ?? '0',
    statusAsNumber: given.statusAsNumber ?? false,
    notifyType: given.notifyType ?? null,
    inviteeInfo: {
      mobile: inviteeInfo.mobile ?? null,
      email: inviteeInfo.email ?? null,
      name: inviteeInfo.name ?? null,
      idNumber: inviteeInfo.idNumber ?? null,
      certType: inviteeInfo.certType ?? 'CRED_PSN_CH_IDCARD',
    },
    organInfo: organInfo
      ? {
          name: organInfo.name ?? null,
          certNo: organInfo.certNo ?? null,
          certType: organInfo.certType ?? 'CRED_ORG_USCC',
          legalName: organInfo.legalName ?? null,
          legalNo: organInfo.legalNo ?? null,
        }
      : null,
  }
}
