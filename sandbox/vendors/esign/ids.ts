/** e签宝's ids: numbers beyond what a JavaScript number holds, and hex names. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto'

export const newFlowId = () =>
  String(randomInt(1, 10)) + Array.from({ length: 17 }, () => randomInt(10)).join('')
export const newAuthFlowId = () => `OF-${randomBytes(16).toString('hex')}`
export const newAccountId = () => randomBytes(16).toString('hex')
export const newInvitationId = () => `iudi${randomBytes(4).toString('hex')}`
export const newSubFlowId = (): string => randomUUID()
export const newSecret = () => randomBytes(18).toString('base64url')
