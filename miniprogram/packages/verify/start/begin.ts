import { callAction, failedWith } from '../../../cloud/call'
import type {
  ActionResults,
  InvitedInput,
  InvitedPurpose,
  SubjectInput,
  VendorId,
} from '../../../cloud/types'

/** What every start says besides whom it is about. */
export interface StartHead {
  clientKey: string
  consentId: string
  vendor: VendorId
  handover?: string
}

/** How a form reaches the server. */
export interface StartCall {
  /** As typed: the same content tried again is the same wish. */
  content: object
  /** The token of the invitation it answers. */
  invitation: string | null
  /** Of the consent; the server's default without. */
  purpose?: InvitedPurpose
  /** Called after the consent was recorded: now what was picked may be uploaded, and everything leave the phone. */
  send: (head: StartHead) => Promise<ActionResults['verification.start']>
}

export function ownStart(content: SubjectInput, complete = async () => content): StartCall {
  return {
    content,
    invitation: null,
    send: async head => callAction('verification.start', { ...head, ...(await complete()) }),
  }
}

export function invitedStart(
  token: string,
  content: InvitedInput,
  complete = async () => content,
): StartCall {
  return {
    content,
    invitation: token,
    purpose: 'invitation',
    send: async head => callAction('invitation.start', { ...head, token, ...(await complete()) }),
  }
}

/** Whoever took longer over the form than the code lives starts all the same; only the computer hears nothing. */
export async function sendStart({ send }: StartCall, head: StartHead) {
  try {
    return await send(head)
  } catch (error) {
    const { handover, ...rest } = head
    if (!handover || !failedWith(error, 'HANDOVER_OVER', 'HANDOVER_FOREIGN')) throw error
    return send(rest)
  }
}
