import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Confirm } from '../../../components/confirm'
import { Notice } from '../../../components/notice'
import { commonText } from '../../../i18n'
import { Reminded } from '../shared-invitation/reminded'
import { invitationFailureText } from '../shared-invitation/words'
import { ResendSheet } from './resend-sheet'
import { detailText } from './texts'
import type { Act, InvitationPage } from './use-invitation'

interface ActionsProps {
  page: InvitationPage
  /** It was sent anew: codes of before may be of no use. */
  onResent: () => void
}

/** Sending anew and revoking, where they can be done; each asks first. */
export function Actions({ page, onResent }: ActionsProps) {
  const [asking, setAsking] = useState<Act | null>(null)
  const { view, busy, failure, load, came } = page
  if (!view) return null
  const { can } = view
  const close = () => setAsking(null)
  const ask = (act: Act) => {
    page.dismiss()
    setAsking(act)
  }
  return (
    <>
      <View className="p-invitation__actions">
        {failure && (
          <Notice
            id="act-failed"
            kind="error"
            action={{
              text: commonText('retry'),
              onTap: () => (failure.kind === 'remind' ? page.remind() : ask(failure.kind)),
            }}
          >
            {invitationFailureText(failure.error)}
          </Notice>
        )}
        {came && <Reminded {...came} />}
        {can.code && (
          <Button
            id="remind"
            kind="plain"
            loading={busy === 'remind'}
            disabled={busy !== null}
            onTap={page.remind}
          >
            {detailText('remind')}
          </Button>
        )}
        {can.resend && (
          <Button
            id="resend"
            kind="plain"
            loading={busy === 'resend'}
            disabled={busy !== null}
            onTap={() => ask('resend')}
          >
            {detailText(busy === 'resend' ? 'resend.busy' : 'resend')}
          </Button>
        )}
        {can.revoke && (
          <Button
            id="revoke"
            kind="danger"
            loading={busy === 'revoke'}
            disabled={busy !== null}
            onTap={() => ask('revoke')}
          >
            {detailText(busy === 'revoke' ? 'revoke.busy' : 'revoke')}
          </Button>
        )}
      </View>
      {asking === 'resend' && (
        <ResendSheet
          onYes={async (days, newCode) => {
            if (await page.resend(days, newCode)) onResent()
            // It may have come to its end meanwhile.
            else await load()
          }}
          onClose={close}
        />
      )}
      {asking === 'revoke' && (
        <Confirm
          id="revoke"
          title={detailText('revoke.title')}
          texts={[detailText('revoke.text'), detailText('revoke.again')]}
          yes={detailText('revoke.yes')}
          no={detailText('revoke.no')}
          kind="danger"
          onYes={page.revoke}
          onClose={close}
        />
      )}
    </>
  )
}
