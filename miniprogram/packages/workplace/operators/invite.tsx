import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { CodePanel } from './code-panel'
import { InviteForm } from './invite-form'
import { operatorsText } from './texts'
import type { OperatorsPage } from './use-operators'

/** The button, the form in its place, and the code in the place of that. */
export function Invite({ page }: { page: OperatorsPage }) {
  const [asking, setAsking] = useState(false)
  const { busy, invited, closeInvited } = page
  if (invited) return <CodePanel invited={invited} onClose={closeInvited} />
  if (asking) {
    return (
      <InviteForm
        page={page}
        onClose={() => {
          page.dismiss()
          setAsking(false)
        }}
      />
    )
  }
  return (
    <View className="p-operators__invite">
      <Button id="operator-invite" disabled={busy !== null} onTap={() => setAsking(true)}>
        {operatorsText('invite')}
      </Button>
    </View>
  )
}
