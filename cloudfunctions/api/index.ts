import { dependencies, inOneRun } from '../app'
import { createLog } from '../platform/log'
import { callerOpenid } from '../platform/sdk'
import { answer } from './answer'

const log = createLog()

/** What the mini-program calls: `{ action, input }` in, `{ ok, data | error }` out. */
export function main(event: unknown): Promise<unknown> {
  return inOneRun(() => answer({ event, openid: callerOpenid(), dependencies, log }))
}
