import { View } from '@tarojs/components'
import type { InviteeField } from '../../../cloud/types'
import { Field } from '../../../components/field'
import { SwitchRow } from '../../../components/switch-row'
import { fieldLabel } from '../shared-invitation/words'
import { kindOf } from './content'
import { withField, withLock } from './draft'
import type { SectionProps } from './section'
import { inviteText } from './texts'

const numeric: readonly InviteeField[] = ['mobile', 'applicantMobile', 'bankNumber', 'bankMobile']

/** A field of the invitee, and the lock on it once it says something. */
export function LockableField({ field, draft, errorAt, edit }: SectionProps & { field: InviteeField }) {
  const { subject, fields, locked } = draft
  return (
    <>
      <Field
        id={field}
        label={fieldLabel(field, subject)}
        value={fields[field]}
        placeholder={inviteText(`placeholder.${field}`)}
        type={numeric.includes(field) ? 'number' : field === 'idNumber' ? 'idcard' : 'text'}
        maxlength={kindOf(field, subject).longest}
        error={errorAt(field)}
        onInput={value => edit(withField(draft, field, value))}
      />
      <View className="p-invite__lock">
        {fields[field].trim() !== '' && (
          <SwitchRow
            id={`lock-${field}`}
            title={inviteText('lock')}
            label={inviteText('lock.label', { field: fieldLabel(field, subject) })}
            on={locked.includes(field)}
            onChange={on => edit(withLock(draft, field, on))}
          />
        )}
      </View>
    </>
  )
}
