import { CellGroup } from '../../../components/cell'
import { Field } from '../../../components/field'
import { SwitchRow } from '../../../components/switch-row'
import { businessNumber } from '../../../form/typed'
import { invitationText } from '../shared-invitation/texts'
import { fieldLabel, fieldsOf, formFieldsOf } from '../shared-invitation/words'
import { withLock } from './draft'
import { LockableField } from './lockable-field'
import type { SectionProps } from './section'
import { inviteText } from './texts'

/** What the invitee need not enter any more; each field that is filled in may be locked. */
export function InviteeFields({ draft, errorAt, edit }: SectionProps) {
  return (
    <>
      <CellGroup title={inviteText('invitee')} note={inviteText('invitee.note')}>
        {formFieldsOf[draft.subject].map(field => (
          <LockableField key={field} field={field} draft={draft} errorAt={errorAt} edit={edit} />
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
