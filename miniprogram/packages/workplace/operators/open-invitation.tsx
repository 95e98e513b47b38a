import { View } from '@tarojs/components'
import { Tag } from '../../../components/tag'
import { failureText } from '../../../i18n'
import { operatorsText } from './texts'
import type { OperatorsPage } from './use-operators'
import { endText, type OpenInvitation as Open, tagOf } from './words'

interface OpenInvitationProps {
  /** From 1. Ids: `invitation-<n>`, `invitation-withdraw-<n>`, `error-invitation-withdraw-<n>`. */
  number: number
  invitation: Open
  page: OperatorsPage
  onWithdraw: () => void
}

/** A code nobody has used yet, which cannot be shown again: for whom, as what, until when. */
export function OpenInvitation({ number, invitation, page, onWithdraw }: OpenInvitationProps) {
  const { id, role, label, expiresAt } = invitation
  const { busy, failure } = page
  return (
    <View id={`invitation-${number}`} className="c-cell p-operators__person">
      <View className="p-operators__line">
        <View className="p-operators__name">{label}</View>
        <Tag kind={tagOf(role)} text={operatorsText(`role.${role}`)} />
      </View>
      <View className="p-operators__line p-operators__foot">
        <View className="p-operators__since">{endText(expiresAt, Date.now())}</View>
        <View
          id={`invitation-withdraw-${number}`}
          className="p-operators__remove"
          hoverClass="c-button--pressed"
          aria-role="button"
          aria-label={operatorsText('withdraw.label', { name: label })}
          onClick={() => {
            if (busy === null) onWithdraw()
          }}
        >
          {operatorsText(busy === `withdraw ${id}` ? 'withdraw.busy' : 'withdraw')}
        </View>
      </View>
      <View id={`error-invitation-withdraw-${number}`} className="p-operators__error" aria-role="alert">
        {failure?.kind === `withdraw ${id}` ? failureText(failure.error) : ''}
      </View>
    </View>
  )
}
