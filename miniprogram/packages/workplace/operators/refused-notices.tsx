import { Apart } from '../../../components/apart'
import { Notice } from '../../../components/notice'
import { clock } from '../../../i18n/time'
import { useVendorName } from '../../../i18n/vendors'
import { operatorsText } from './texts'
import type { Listing } from './words'

/** Notices of vendors that were not taken lately, for the owner to mend the settings. Ids: `refused-<n>`, from 1. */
export function RefusedNotices({ refused }: { refused: Listing['refusedNotices'] }) {
  const vendorName = useVendorName()
  return (
    <Apart>
      {refused.map(({ vendor, code, times, lastAt }, index) => (
        <Notice key={`${vendor}-${code}-${lastAt}`} id={`refused-${index + 1}`} kind="warn">
          {operatorsText('refused.what', {
            vendor: vendorName(vendor),
            why: operatorsText(`refused.${code}`),
            n: times,
            time: clock(lastAt),
          })}
        </Notice>
      ))}
    </Apart>
  )
}
