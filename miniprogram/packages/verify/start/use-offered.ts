import type { InvitationTerms, Subject, VendorId } from '../../../cloud/types'
import { useConfig } from '../../../cloud/use-config'
import { chosenOf, invitedOffers, offersOf } from '../../../form/offers'
import { vendorName } from '../../../i18n/vendors'

/** Who may verify, and who is going to. */
export function useOffered(subject: Subject, terms: InvitationTerms | null, chosen: VendorId | null) {
  const { config, failure, reload } = useConfig()
  const all = offersOf(config, subject)
  const offers = terms ? invitedOffers(all, terms) : all
  const offered = chosenOf(offers, chosen)
  const vendor = vendorName(config, offered?.id ?? null)
  return { config, failure, reload, offers, offered, vendor }
}
