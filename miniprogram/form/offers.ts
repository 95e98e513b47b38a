import type { ConfigResult, InvitationTerms, Subject, VendorId, VendorView } from '../cloud/types'
import { knownVendors } from '../i18n/vendors'

/** The vendors to choose from for this subject. */
export function offersOf(config: ConfigResult | null, subject: Subject): VendorView[] {
  return knownVendors(config).filter(({ subjects }) => subjects.includes(subject))
}

/** Of those, the ones the terms of an invitation allow, the default first, with what the terms leave to choose. */
export function invitedOffers(offers: readonly VendorView[], terms: InvitationTerms): VendorView[] {
  return terms.vendors.flatMap(id => {
    const vendor = offers.find(each => each.id === id)
    return vendor ? [withTerms(vendor, terms)] : []
  })
}

function withTerms(vendor: VendorView, { mode }: InvitationTerms): VendorView {
  const fixed = (vendor.page?.modes ?? vendor.personModes).filter(each => each === mode)
  // The id number of an invitee is that of a resident id card.
  return { ...vendor, idTypes: ['residentId'], ...(fixed.length > 0 ? { personModes: fixed } : {}) }
}

/** Who verifies: the one chosen while it is offered, else the first. */
export function chosenOf(offers: readonly VendorView[], chosen: VendorId | null): VendorView | null {
  return offers.find(({ id }) => id === chosen) ?? offers[0] ?? null
}
