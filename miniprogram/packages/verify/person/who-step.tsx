import { View } from '@tarojs/components'
import type { InviteeField, VendorView } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { CellGroup } from '../../../components/cell'
import { SwitchRow } from '../../../components/switch-row'
import { email, mobile } from '../../../form/typed'
import { FormField } from '../start/form-field'
import type { GivenFields } from '../start/given'
import type { Invited } from '../start/invited'
import { PhoneFill } from '../start/phone-fill'
import { startText } from '../start/texts'
import type { Guide } from '../start/use-guide'
import { CardFields } from './card-fields'
import type { PersonDraft } from './draft'
import { IdFields } from './id-fields'

interface WhoStepProps {
  draft: PersonDraft
  offer: Invited['offer']
  offered: VendorView | null
  /** What cannot be left empty. */
  needed: readonly InviteeField[]
  /** What is filled in by whoever invited. */
  given: GivenFields
  at: Guide['at']
  onChange: (change: Partial<PersonDraft>) => void
}

/** Name, document and number, or the decision to give the first two to the vendor only, where it can do without. */
export function WhoStep({ draft, offer, offered, needed, given, at, onChange }: WhoStepProps) {
  const chooses = offered?.requires.person.length === 0 && !isGiven(given)
  return (
    <>
      <View className="p-form__lead">
        {offer
          ? startText('lead.invited', { controller: offer.controller, title: offer.title })
          : startText('lead')}
      </View>
      <CellGroup id="who-fields">
        <IdFields
          draft={draft}
          idTypes={offered?.idTypes ?? []}
          needed={needed}
          given={given}
          at={at}
          onChange={onChange}
        />
        <FormField
          id="mobile"
          given={given.mobile}
          label={startText('contact')}
          value={draft.mobile}
          placeholder={startText('contact.placeholder')}
          type="number"
          maxlength={mobile.longest}
          {...at('mobile')}
          onInput={typed => onChange({ mobile: typed })}
        >
          <PhoneFill id="mobile-fill" onFill={known => onChange({ mobile: known })} />
        </FormField>
        {given.email && (
          <FormField
            id="email"
            given={given.email}
            label={startText('email')}
            value={draft.email}
            placeholder={startText('email.placeholder')}
            maxlength={email.longest}
            {...at('email')}
            onInput={typed => onChange({ email: typed })}
          />
        )}
      </CellGroup>
      <Apart>
        {(given.bankNumber || given.bankMobile) && (
          <CardFields draft={draft} given={given} at={at} onChange={onChange} />
        )}
        {chooses && (
          <CellGroup>
            <SwitchRow
              id="at-vendor"
              title={startText('atVendor')}
              on={draft.atVendor}
              onChange={atVendor => onChange({ atVendor })}
            />
          </CellGroup>
        )}
      </Apart>
    </>
  )
}

/** Then they cannot be left to the vendor's page any more. */
export function isGiven({ name, idNumber }: GivenFields): boolean {
  return name !== undefined || idNumber !== undefined
}
