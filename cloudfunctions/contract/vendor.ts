import * as v from 'valibot'
import { vendorIdForm } from '../domain/words'

/** Whether there is such a vendor and it is on, whoever needs it says: VENDOR_OFF. */
export const vendorId = v.pipe(v.string(), v.regex(vendorIdForm))
