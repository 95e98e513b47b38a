import type { Mode, VendorId, VendorView } from '../../../cloud/types'
import { modeText } from '../../../status/mode-texts'
import { ChoiceLine } from '../start/choice-line'
import { startText } from '../start/texts'
import { VendorLine } from '../start/vendor-line'
import type { PersonDraft } from './draft'

interface HowStepProps {
  offers: readonly VendorView[]
  offered: VendorView | null
  vendor: string
  draft: PersonDraft
  /** The way is fixed by the terms of an invitation. */
  fixed: boolean
  error: string | null
  onVendor: (vendor: VendorId) => void
  onMode: (mode: Mode) => void
}

/** Who checks and how: the usual is chosen already. */
export function HowStep({ offers, offered, vendor, draft, fixed, error, onVendor, onMode }: HowStepProps) {
  if (!offered) return null
  const modes = offered.personModes
  // Where the vendor alone decides there is nothing to say about it.
  const open = modes.length > 1 || modes[0] !== 'any'
  return (
    <VendorLine offers={offers} chosen={offered} onChoose={onVendor}>
      {open && (
        <ChoiceLine
          id="mode"
          title={startText('section.mode')}
          note={error ?? (fixed ? startText('mode.fixed') : '')}
          value={draft.mode}
          options={modes.map(value => ({
            value,
            title: modeText(value, { vendor }),
            note: modeText(`${value}.note`),
          }))}
          onChoose={onMode}
        />
      )}
    </VendorLine>
  )
}
