import type { VendorId, VendorView } from '../../../cloud/types'
import { useVendorName, vendorNote } from '../../../i18n/vendors'
import { ChoiceLine } from './choice-line'
import { startText } from './texts'

interface VendorLineProps {
  offers: readonly VendorView[]
  chosen: VendorView
  onChoose: (vendor: VendorId) => void
}

/** Who verifies. */
export function VendorLine({ offers, chosen, onChoose }: VendorLineProps) {
  const vendorName = useVendorName()
  return (
    <ChoiceLine
      id="vendor"
      title={startText('section.vendor')}
      note={startText('vendor.note')}
      value={chosen.id}
      options={offers.map(offer => ({
        value: offer.id,
        title: vendorName(offer.id),
        note: vendorNote(offer),
      }))}
      onChoose={onChoose}
    />
  )
}
