import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Role } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { CellGroup } from '../../../components/cell'
import { Choice } from '../../../components/choice'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { failureText } from '../../../i18n'
import { operatorsText } from './texts'
import type { OperatorsPage } from './use-operators'
import { labelFailureText } from './words'

const roles: readonly Role[] = ['viewer', 'operator', 'owner']
/** What the contract takes. */
const longestLabel = 30

/** Whom the code is for and what it lets them do; the role that may do least comes ticked. */
export function InviteForm({ page, onClose }: { page: OperatorsPage; onClose: () => void }) {
  const [label, setLabel] = useState('')
  const [role, setRole] = useState<Role>('viewer')
  const [missing, setMissing] = useState(false)
  const { busy, failure, dismiss } = page
  const failed = failure?.kind === 'invite' ? failure.error : null
  const atLabel = failed && labelFailureText(failed)

  const submit = async () => {
    const name = label.trim()
    setMissing(name === '')
    if (name !== '' && (await page.invite(role, name))) onClose()
  }
  return (
    <>
      <CellGroup id="invite-form">
        <Field
          id="operator-label"
          label={operatorsText('invite.label')}
          value={label}
          placeholder={operatorsText('invite.placeholder')}
          maxlength={longestLabel}
          error={missing ? operatorsText('invite.missing') : atLabel}
          onInput={typed => {
            setLabel(typed)
            setMissing(false)
            dismiss()
          }}
        />
      </CellGroup>
      <CellGroup title={operatorsText('invite.role')} note={operatorsText('invite.note')}>
        <Choice
          id="operator-role"
          options={roles.map(value => ({
            value,
            title: operatorsText(`role.${value}`),
            note: operatorsText(`role.${value}.note`),
          }))}
          value={role}
          onChoose={setRole}
        />
      </CellGroup>
      <Apart>
        {failed && atLabel === null && (
          <Notice id="invite-failed" kind="error">
            {failureText(failed)}
          </Notice>
        )}
      </Apart>
      <View className="p-operators__invite">
        <Button
          id="operator-invite-confirm"
          loading={busy === 'invite'}
          disabled={busy !== null}
          onTap={submit}
        >
          {operatorsText(busy === 'invite' ? 'invite.busy' : 'invite.yes')}
        </Button>
        <Button id="operator-invite-cancel" kind="text" disabled={busy !== null} onTap={onClose}>
          {operatorsText('invite.no')}
        </Button>
      </View>
    </>
  )
}
