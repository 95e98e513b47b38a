/** Only pages of this console may talk to it: a page from elsewhere must not order outcomes or read the traffic. */
import type { IncomingMessage } from 'node:http'
import { Refusal } from './answer'

/** Any port: the console may be reached through a forwarded one. A name from the DNS is never ours (rebinding). */
const LOCAL_HOST = /^(127\.0\.0\.1|localhost)(:\d+)?$/

export function guard({ method, headers }: IncomingMessage): void {
  const { host = '', origin } = headers
  if (!LOCAL_HOST.test(host)) {
    throw new Refusal(403, 'foreignOrigin', `the console answers at 127.0.0.1, not at "${host}"`)
  }
  if (method === 'GET' || method === 'HEAD') return
  // Browsers always name the origin of such a request; what names none is a tool on this machine.
  if (origin !== undefined && origin !== `http://${host}`) {
    throw new Refusal(403, 'foreignOrigin', `pages of ${origin} may not direct the console`)
  }
}
