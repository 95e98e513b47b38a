import type { ConfigResult } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { CellGroup } from '../../../components/cell'
import { SwitchRow } from '../../../components/switch-row'
import { offersOf } from '../../../form/offers'
import { vendorName } from '../../../i18n/vendors'
import { fallbackText } from '../shared-invitation/page-words'
import { cardFields, fieldLabel } from '../shared-invitation/words'
import { withChoice } from './draft'
import { LockableField } from './lockable-field'
import type { SectionProps } from './section'
import { inviteText } from './texts'

interface PageFieldsProps extends SectionProps {
  config: ConfigResult | null
  /** One invitation for each line of a spreadsheet, which has no columns for a card. */
  many: boolean
}

/** How the page of the vendor that was decided on differs for this invitation; only what it can. */
export function PageFields({ draft, errorAt, edit, config, many }: PageFieldsProps) {
  const { subject, mode, fallbackModes, editableFields } = draft
  const chosen = offersOf(config, subject).find(({ id }) => id === draft.vendor)
  const page = chosen?.page
  const vendor = vendorName(config, chosen?.id ?? null)
  const isPerson = subject === 'person'
  const fields = page?.fields[subject] ?? []
  const fallbacks = isPerson ? (page?.fallbackModes ?? []).filter(each => each !== mode) : []
  const hasCard = isPerson && !many && page?.fields.person.includes('bankNumber')
  return (
    <Apart>
      {fallbacks.length > 0 && (
        <CellGroup
          id="fallbacks"
          title={inviteText('fallbacks')}
          note={inviteText('fallbacks.note', { vendor })}
        >
          {fallbacks.map(each => (
            <SwitchRow
              key={each}
              id={`fallback-${each}`}
              title={fallbackText(each)}
              on={fallbackModes.includes(each)}
              onChange={on => edit({ fallbackModes: withChoice(fallbackModes, each, on) })}
            />
          ))}
        </CellGroup>
      )}
      {hasCard && (
        <CellGroup id="card" title={inviteText('card')} note={inviteText('card.note')}>
          {cardFields.map(field => (
            <LockableField key={field} field={field} draft={draft} errorAt={errorAt} edit={edit} />
          ))}
        </CellGroup>
      )}
      {fields.length > 0 && (
        <CellGroup
          id="field-page"
          title={inviteText('page', { vendor })}
          note={errorAt('page') ?? inviteText('page.note', { vendor })}
        >
          {fields.map(each => (
            <SwitchRow
              key={each}
              id={`editable-${each}`}
              title={fieldLabel(each, subject)}
              on={editableFields.includes(each)}
              onChange={on => edit({ editableFields: withChoice(editableFields, each, on) })}
            />
          ))}
        </CellGroup>
      )}
    </Apart>
  )
}
