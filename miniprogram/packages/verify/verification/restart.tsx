import { View } from '@tarojs/components'
import type { InvitedPurpose, VerificationView } from '../../../cloud/types'
import { Button } from '../../../components/button'
import { backToOffer, becomeForm } from '../../../routes'
import { verificationText } from './texts'

interface RestartProps {
  view: VerificationView
  invitation: string | null
}

const invited: InvitedPurpose = 'invitation'

/** The way to a new verification; one that answered an invitation begins there again. */
export function Restart({ view, invitation }: RestartProps) {
  if (invitation === null && view.purpose === invited) {
    return (
      <View id="restart-invited" className="p-actions__text">
        {verificationText('restart.invited')}
      </View>
    )
  }
  return (
    <Button
      id="restart"
      onTap={() => (invitation === null ? becomeForm(view.subject) : backToOffer(invitation))}
    >
      {verificationText('restart')}
    </Button>
  )
}
