import { View } from '@tarojs/components'
import { Fragment } from 'react'
import type { InviteeField } from '../../../cloud/types'
import { CellGroup } from '../../../components/cell'
import { Field } from '../../../components/field'
import { businessNumber } from '../../../form/typed'
import { SwitchRow } from '../shared-invitation/switch-row'
import { invitationText } from '../shared-invitation/texts'
import { fieldLabel, fieldsOf } from '../shared-invitation/words'
import { kindOf } from './content'
import { withField, withLock } from './draft'
import type { SectionProps } from './section'
import { inviteText } from './texts'

const numeric: readonly InviteeField[] = ['mobile', 'applicantMobile']

/** What the invitee need not enter any more; each field that is filled in may be locked. */
export function InviteeFields({ draft, errorAt, edit }: SectionProps) {
  const { subject, fields, locked } = draft
  return (
    <>
      <CellGroup title={inviteText('invitee')} note={inviteText('invitee.note')}>
        {fieldsOf[subject].map(field => (
          <Fragment key={field}>
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
          </Fragment>
        ))}
      </CellGroup>
      <CellGroup note={inviteText('biz.note')}>
        <Field
          id="bizId"
          label={invitationText('field.bizId')}
          value={draft.bizId}
          placeholder={inviteText('biz.placeholder')}
          maxlength={businessNumber.longest}
          error={errorAt('bizId')}
          onInput={bizId => edit({ bizId })}
        />
      </CellGroup>
    </>
  )
}

/** The same for whole columns of the spreadsheet. */
export function LockedColumns({ draft, edit }: SectionProps) {
  const { subject, locked } = draft
  return (
    <CellGroup title={inviteText('columns')} note={inviteText('columns.note')}>
      {fieldsOf[subject].map(field => (
        <SwitchRow
          key={field}
          id={`lock-${field}`}
          title={fieldLabel(field, subject)}
          on={locked.includes(field)}
          onChange={on => edit(withLock(draft, field, on))}
        />
      ))}
    </CellGroup>
  )
}
