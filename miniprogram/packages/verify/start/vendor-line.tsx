import type { ReactNode } from 'react'
import type { VendorId, VendorView } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Cell, CellGroup } from '../../../components/cell'
import { useVendorName, vendorNote } from '../../../i18n/vendors'
import { startText } from './texts'

interface VendorLineProps {
  offers: readonly VendorView[]
  chosen: VendorView
  /** Another one: the choice is made, and the form goes on. */
  onChoose: (vendor: VendorId) => void
  /** What is to be said or chosen of the chosen one. */
  children?: ReactNode
}

/** Who verifies: the usual is chosen. A tap on another one chooses it and goes on, for there is nothing more to say. */
export function VendorLine({ offers, chosen, onChoose, children }: VendorLineProps) {
  const vendorName = useVendorName()
  const others = offers.filter(({ id }) => id !== chosen.id)
  return (
    <Apart>
      <CellGroup id="field-vendor" title={startText('section.vendor')}>
        <Cell id="vendor-chosen" title={vendorName(chosen.id)} note={vendorNote(chosen)} />
      </CellGroup>
      <Apart>{children}</Apart>
      <Apart>
        {others.length > 0 && (
          <CellGroup title={startText('vendor.others')}>
            {others.map(offer => (
              <Cell
                key={offer.id}
                id={`vendor-${offer.id}`}
                title={vendorName(offer.id)}
                note={vendorNote(offer)}
                onTap={() => onChoose(offer.id)}
              />
            ))}
          </CellGroup>
        )}
      </Apart>
    </Apart>
  )
}
