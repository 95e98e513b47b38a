import { ActionError } from '../../domain/errors'
import type { VendorId } from '../../domain/words'
import type { BatchDriver } from '../../vendors/batch'
import type { Deps } from '../kit/deps'

/** The one vendor that takes organizations by the hundred. Throws VENDOR_OFF. */
export function batchDriver({ drivers }: Deps): BatchDriver & { vendor: VendorId } {
  for (const { id, batch } of drivers.values()) if (batch) return { ...batch, vendor: id }
  throw new ActionError('VENDOR_OFF')
}
