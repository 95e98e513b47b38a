import * as v from 'valibot'
import { type VendorId, vendorIdForm } from '../domain/words'

/** Whether there is such a vendor and it is on, whoever needs it says: VENDOR_OFF. */
export const vendorId = v.custom<VendorId>(id => typeof id === 'string' && vendorIdForm.test(id))
