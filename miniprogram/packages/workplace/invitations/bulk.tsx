import { View } from '@tarojs/components'
import { useState } from 'react'
import { callAction } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { ActionResults } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Confirm } from '../../../components/confirm'
import { Notice } from '../../../components/notice'
import { commonText } from '../../../i18n'
import { Reminded } from '../shared-invitation/reminded'
import { invitationFailureText } from '../shared-invitation/words'
import { actedOn, type BulkAct, bulkActs } from './listed'
import { invitationListText } from './texts'
import type { Invitations } from './use-invitations'

/** How long those that are sent anew are good, days. */
const days = 30

/** What is done about all that are listed: only where the list was narrowed, so that nobody takes back everything. */
export function Bulk({ invitations }: { invitations: Invitations }) {
  const [asked, setAsked] = useState<BulkAct | null>(null)
  const [came, setCame] = useState<ActionResults['invitation.remind'] | null>(null)
  const { busy, failure, once } = useOnce<BulkAct>()
  const { items, refresh } = invitations
  const count = (act: BulkAct) => actedOn(act, items).length
  const go = (act: BulkAct) =>
    once(act, async () => {
      const ids = actedOn(act, items)
      setCame(null)
      if (act === 'remind') return setCame(await callAction('invitation.remind', { ids }))
      if (act === 'revoke') await callAction('invitation.revoke', { ids })
      // One after the other: what was sent when one fails stays sent, and is sent no second time for being listed.
      else for (const id of ids) await callAction('invitation.resend', { id, days, newCode: false })
      await refresh()
    })
  if (count('resend') === 0) return null
  return (
    <Apart>
      <View className="p-invitations__bulk">
        {bulkActs.map(act => (
          <Button
            key={act}
            id={`bulk-${act}`}
            kind="plain"
            loading={busy === act}
            disabled={busy !== null || count(act) === 0}
            onTap={() => setAsked(act)}
          >
            {invitationListText(`bulk.${act}`, { n: count(act), days })}
          </Button>
        ))}
      </View>
      <Apart>
        {came && <Reminded {...came} />}
        {failure && (
          <Notice
            id="bulk-failed"
            kind="error"
            action={{ text: commonText('retry'), onTap: () => go(failure.kind) }}
          >
            {invitationFailureText(failure.error)}
          </Notice>
        )}
      </Apart>
      {asked && (
        <Confirm
          id={`bulk-${asked}`}
          title={invitationListText(`bulk.${asked}`, { n: count(asked), days })}
          texts={[invitationListText(`bulk.${asked}.text`)]}
          yes={invitationListText(`bulk.${asked}.yes`)}
          no={invitationListText('bulk.no')}
          kind={asked === 'revoke' ? 'danger' : 'primary'}
          onYes={() => go(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </Apart>
  )
}
