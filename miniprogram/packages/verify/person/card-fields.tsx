import { CellGroup } from '../../../components/cell'
import { bankNumber, mobile } from '../../../form/typed'
import { FormField } from '../start/form-field'
import type { GivenFields } from '../start/given'
import { startText } from '../start/texts'
import type { Guide } from '../start/use-guide'
import type { PersonDraft } from './draft'

interface CardFieldsProps {
  draft: PersonDraft
  given: GivenFields
  at: Guide['at']
  onChange: (change: Partial<PersonDraft>) => void
}

/** A bank card that whoever invited has filled in. Nobody else is asked for one here: the vendor's page does. */
export function CardFields({ draft, given, at, onChange }: CardFieldsProps) {
  return (
    <CellGroup title={startText('section.card')}>
      {given.bankNumber && (
        <FormField
          id="bank-number"
          given={given.bankNumber}
          label={startText('bankNumber')}
          value={draft.bankNumber}
          placeholder={startText('bankNumber.placeholder')}
          type="number"
          maxlength={bankNumber.longest}
          {...at('bank-number')}
          onInput={typed => onChange({ bankNumber: typed })}
        />
      )}
      {given.bankMobile && (
        <FormField
          id="bank-mobile"
          given={given.bankMobile}
          label={startText('bankMobile')}
          value={draft.bankMobile}
          placeholder={startText('contact.placeholder')}
          type="number"
          maxlength={mobile.longest}
          {...at('bank-mobile')}
          onInput={bankMobile => onChange({ bankMobile })}
        />
      )}
    </CellGroup>
  )
}
