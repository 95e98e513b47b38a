/** Old invitations: made elsewhere, long ago, and only searched here. */
import { newInvitationId } from './ids'

export const INVITE_TYPES = ['PERSON', 'ORGAN'] as const
export const INVITATION_STATUSES = ['0', '1', '2', '3'] as const
/** The vendor's table has one spelling, its newer sample the other. */
export const CALLBACK_SPELLINGS = ['callBacklUrl', 'callBackUrl'] as const

export const CERT_TYPES = ['CRED_PSN_CH_IDCARD'] as const
/** Unified credit code, and the older organization code. */
export const ORG_CERT_TYPES = ['CRED_ORG_USCC', 'CRED_ORG_CODE'] as const

/** One invitee; a task, that is an `invitationId`, may have several. */
export interface Invitation {
  invitationId: string
  inviteType: (typeof INVITE_TYPES)[number]
  bizId: string | null
  redirectUrl: string | null
  callbackUrl: string | null
  spelling: (typeof CALLBACK_SPELLINGS)[number]
  /** 0 under way, 1 verified, 2 verified and left by the link of the success page; 3 has no meaning. */
  status: (typeof INVITATION_STATUSES)[number]
  /** Older answers have a number. */
  statusAsNumber: boolean
  notifyType: 'sms' | 'email' | null
  inviteeInfo: {
    mobile: string | null
    email: string | null
    name: string | null
    idNumber: string | null
    certType: string
  }
  organInfo: {
    name: string | null
    certNo: string | null
    certType: string
    legalName: string | null
    legalNo: string | null
  } | null
}

/** `initial`: what is there at the start and after every reset. */
export function createInvitations(initial: readonly Invitation[] = []) {
  let invitations: Invitation[] = []
  const find = (invitationId: string, bizId?: string | null) =>
    invitations.find(one => one.invitationId === invitationId && (bizId === undefined || one.bizId === bizId))
  const clear = () => {
    invitations = initial.map(one => ({ ...one }))
  }
  clear()

  return {
    /** Another invitee of the task; `undefined` when the task has that `bizId` already. */
    add(given: Omit<Invitation, 'invitationId'> & { invitationId?: string }): Invitation | undefined {
      const invitation = { ...given, invitationId: given.invitationId ?? newInvitationId() }
      if (find(invitation.invitationId, invitation.bizId)) return undefined
      invitations.push(invitation)
      return invitation
    },
    /** The invitee of that `bizId`, or the task's first. */
    find,
    all: (): readonly Invitation[] => invitations,
    clear,
  }
}

export type Invitations = ReturnType<typeof createInvitations>

/** As the search tells it. */
export function toldInvitation(invitation: Invitation): Record<string, unknown> {
  const { bizId, notifyType, redirectUrl, callbackUrl, spelling, status, statusAsNumber } = invitation
  return {
    bizId,
    notifyType,
    redirectUrl: redirectUrl && withBizId(redirectUrl, bizId),
    [spelling]: callbackUrl,
    status: statusAsNumber ? Number(status) : status,
    inviteType: invitation.inviteType,
    inviteeInfo: invitation.inviteeInfo,
    organInfo: invitation.organInfo,
  }
}

/** As the vendor's sample: `https://www.baidu.com?bizId=123456`. */
function withBizId(url: string, bizId: string | null): string {
  return bizId === null ? url : `${url}${url.includes('?') ? '&' : '?'}bizId=${encodeURIComponent(bizId)}`
}

/** The notice of an invitation names some things otherwise than the search does. */
export function invitationNotice(invitation: Invitation): Record<string, unknown> {
  const { name, mobile, email, certType, idNumber } = invitation.inviteeInfo
  return {
    invitationId: invitation.invitationId,
    bizId: invitation.bizId,
    inviteeInfo: { name, mobile, email, idType: certType, idNumber },
    orgName: invitation.organInfo?.name ?? null,
    orgIdType: invitation.organInfo?.certType ?? null,
    orgIdNumber: invitation.organInfo?.certNo ?? null,
    status: invitation.status,
  }
}
