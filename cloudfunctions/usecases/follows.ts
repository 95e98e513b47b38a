import { followHandover } from './handover/handover'
import { settleUse } from './invitation/settle'
import type { Follows } from './kit/deps'

/** Who wants to know what becomes of a verification. */
export const follows: Follows = { changed: settleUse, begun: followHandover }
