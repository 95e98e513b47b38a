import * as v from 'valibot'
import { type MessageKind, messageKinds } from '../domain/message/template'
import { batchId } from './batch'
import { invitationId } from './invitation'
import { verificationId } from './verification'

/** What its person has agreed to be told of a verification, at WeChat's own question. */
export const acceptMessagesInput = v.strictObject({
  id: verificationId,
  kinds: v.pipe(v.array(v.picklist(messageKinds)), v.minLength(1), v.maxLength(messageKinds.length)),
})

export const acceptWeeklyInput = v.optional(v.strictObject({}), {})

export interface AcceptMessagesResult {
  /** Of these one message is sent when it is time. */
  kinds: MessageKind[]
}

/** What WeChat's question is asked with. */
export interface MessageView {
  kind: MessageKind
  /** Id of WeChat's template. */
  template: string
}

export const remindInput = v.strictObject({
  ids: v.pipe(v.array(invitationId), v.minLength(1), v.maxLength(100)),
})

/** `told`: a message is on its way, in the morning where it is night · `soon`: one went out less than a day ago · `ask`: nobody agreed to any. */
export type RemindOutcome = 'told' | 'soon' | 'ask'

/** What became of reminding one invitation, and what to send where no message goes out. */
export interface RemindedView {
  id: string
  outcome: RemindOutcome
  /** Masked; '' when not filled in. */
  name: string
  title: string
  /** Opens the mini-program; null: there are no plain links here. */
  link: string | null
  expiresAt: number
}

export interface RemindResult {
  /** In the order asked for; those that have ended are left out. */
  reminded: RemindedView[]
}

export const remindAdministratorsInput = v.strictObject({ id: batchId })

export interface RemindAdministratorsResult {
  /** Of the administrators whose links are alive, by group. */
  reminded: { group: string; outcome: RemindOutcome }[]
}
