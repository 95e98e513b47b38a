import type { VendorId, VendorView } from '../../../cloud/types'
import { CellGroup } from '../../../components/cell'
import { Choice } from '../../../components/choice'
import { useVendorName, vendorNote } from '../../../i18n/vendors'
import { startText } from './texts'

interface VendorChoiceProps {
  offers: readonly VendorView[]
  chosen: VendorView | null
  onChoose: (vendor: VendorId) => void
}

/** Who verifies; nothing to see while there is no choice. */
export function VendorChoice({ offers, chosen, onChoose }: VendorChoiceProps) {
  const vendorName = useVendorName()
  if (!chosen || offers.length < 2) return null
  return (
    <CellGroup id="field-vendor" title={startText('section.vendor')} note={startText('vendor.note')}>
      <Choice
        id="vendor"
        value={chosen.id}
        options={offers.map(offer => ({
          value: offer.id,
          title: vendorName(offer.id),
          note: vendorNote(offer),
        }))}
        onChoose={onChoose}
      />
    </CellGroup>
  )
}
