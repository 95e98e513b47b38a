import type { SendAnswer } from '../domain/message/message'

/** One message of WeChat's to somebody who has agreed to it. */
export interface OutgoingMessage {
  openid: string
  template: string
  /** With its query, without a leading slash. */
  page: string
  /** By the places of the template. */
  data: Readonly<Record<string, string>>
}

/** Never throws: an answer that is not there is `unknown`. */
export type SendMessage = (message: OutgoingMessage) => Promise<SendAnswer>
