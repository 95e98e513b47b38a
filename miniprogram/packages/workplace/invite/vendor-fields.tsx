import type { ConfigResult, Mode } from '../../../cloud/types'
import { CellGroup } from '../../../components/cell'
import { PickerField } from '../../../components/picker-field'
import { offersOf } from '../../../form/offers'
import { vendorName } from '../../../i18n/vendors'
import { modeText } from '../../../status/mode-texts'
import type { InviteDraft } from './draft'
import type { SectionProps } from './section'
import { inviteText } from './texts'

interface VendorFieldsProps extends SectionProps {
  config: ConfigResult | null
}

/** Who verifies, and how; both may be left to the invitee. */
export function VendorFields({ draft, errorAt, edit, config }: VendorFieldsProps) {
  const offers = offersOf(config, draft.subject)
  const chosen = offers.find(({ id }) => id === draft.vendor)
  const modes: Mode[] =
    draft.subject === 'person' ? [...(chosen?.page?.modes ?? chosen?.personModes ?? [])] : []
  const vendors: { value: InviteDraft['vendor']; title: string }[] = [
    { value: 'any', title: inviteText('vendor.any') },
    ...offers.map(({ id }) => ({ value: id, title: vendorName(config, id) })),
  ]
  const ways: { value: InviteDraft['mode']; title: string }[] = [
    { value: 'open', title: inviteText('mode.open') },
    ...modes.map(value => ({ value, title: value === 'any' ? inviteText('mode.any') : modeText(value) })),
  ]
  return (
    <CellGroup
      title={inviteText('how')}
      note={draft.mode === 'alipay' ? inviteText('mode.alipay') : undefined}
    >
      <PickerField
        id="vendor"
        label={inviteText('vendor')}
        options={vendors}
        value={draft.vendor}
        error={errorAt('vendor')}
        onChoose={vendor => edit({ vendor, mode: 'open', fallbackModes: [], editableFields: [] })}
      />
      {modes.length > 0 && (
        <PickerField
          id="mode"
          label={inviteText('mode')}
          options={ways}
          value={draft.mode}
          error={errorAt('mode')}
          onChoose={mode => edit({ mode })}
        />
      )}
    </CellGroup>
  )
}
