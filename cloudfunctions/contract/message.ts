import * as v from 'valibot'
import { type MessageKind, messageKinds } from '../domain/message/template'
import { verificationId } from './verification'

/** What its person has agreed to be told of a verification, at WeChat's own question. */
export const acceptMessagesInput = v.strictObject({
  id: verificationId,
  kinds: v.pipe(v.array(v.picklist(messageKinds)), v.minLength(1), v.maxLength(messageKinds.length)),
})

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
