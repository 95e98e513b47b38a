import { View } from '@tarojs/components'
import { useState } from 'react'
import { callAction } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { ActionResults } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { openDownloaded } from '../../../files/open-file'
import { commonText, language } from '../../../i18n'
import { operatorText } from '../../../operator/texts'
import { invitationFailureText } from '../shared-invitation/words'
import { invitationListText } from './texts'

type Sheet = ActionResults['invitation.sheet']
type Act = `part ${number}`

/** The codes of a campaign as PDFs; how many parts there are is known once the first was made. */
export function Sheets({ campaignId }: { campaignId: string }) {
  const [last, setLast] = useState<Sheet | null>(null)
  const [complaint, setComplaint] = useState<string | null>(null)
  const { busy, failure, once } = useOnce<Act>()
  const parts = last?.parts ?? 1
  const print = (part: number) =>
    once(`part ${part}`, async () => {
      setComplaint(null)
      const sheet = await callAction('invitation.sheet', { campaignId, part, language: language() })
      setLast(sheet)
      const outcome = await openDownloaded(sheet.url, sheet.name)
      if (outcome !== 'opened') setComplaint(operatorText(`file.${outcome}`))
    })
  const failedPart = failure ? Number(failure.kind.slice('part '.length)) : 1
  return (
    <Apart>
      <View id="sheets" className="p-invitations__sheets">
        {Array.from({ length: parts }, (_, index) => index + 1).map(part => (
          <Button
            key={part}
            id={`sheet-${part}`}
            kind="plain"
            loading={busy === `part ${part}`}
            disabled={busy !== null}
            onTap={() => print(part)}
          >
            {busy === `part ${part}` ? invitationListText('sheet.busy') : labelOf(part, parts)}
          </Button>
        ))}
      </View>
      <View id="sheet-note" className="p-invitations__hint">
        {last && parts > 1
          ? invitationListText('sheet.done', { parts, part: last.part, codes: last.codes })
          : invitationListText('sheet.note')}
      </View>
      <Apart>
        {complaint && (
          <Notice id="sheet-not-opened" kind="warn">
            {complaint}
          </Notice>
        )}
        {failure && (
          <Notice
            id="sheet-failed"
            kind="error"
            action={{ text: commonText('retry'), onTap: () => print(failedPart) }}
          >
            {invitationFailureText(failure.error)}
          </Notice>
        )}
      </Apart>
    </Apart>
  )
}

function labelOf(part: number, parts: number): string {
  return parts === 1
    ? invitationListText('sheet.print')
    : `${invitationListText('sheet.print')} · ${invitationListText('sheet.part', { part })}`
}
