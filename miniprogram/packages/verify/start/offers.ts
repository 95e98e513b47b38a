import type { ConfigResult, Subject, VendorId, VendorView } from '../../../cloud/types'
import { knownVendors } from '../../../i18n/vendors'

/** The vendors to choose from for this subject. */
export function offersOf(config: ConfigResult | null, subject: Subject): VendorView[] {
  return knownVendors(config).filter(({ subjects }) => subjects.includes(subject))
}

/** Who verifies: the one chosen while it is offered, else the first. */
export function chosenOf(offers: readonly VendorView[], chosen: VendorId | null): VendorView | null {
  return offers.find(({ id }) => id === chosen) ?? offers[0] ?? null
}
