import type { Step } from '../plan'
import type { Target } from '../target'
import { collections } from './collections'
import { missingIndexes } from './indexes'
import { logService } from './logService'
import { storageRights } from './storage'

/** In this order: nothing may be writable by a client when the functions come. */
export const setupSteps = (target: Target): Step[] => [
  collections(target),
  missingIndexes(target),
  storageRights(target),
  logService(target),
]
