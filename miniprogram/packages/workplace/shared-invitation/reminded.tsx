import type { ActionResults } from '../../../cloud/types'
import { copy } from '../../../components/copy'
import { Notice } from '../../../components/notice'
import { remindedText, remindersToSend, remindText } from './remind'

/** What came of reminding, and what is left to send by oneself. */
export function Reminded({ reminded }: ActionResults['invitation.remind']) {
  const text = remindersToSend(reminded)
  const action = text === '' ? {} : { action: { text: remindText('copy'), onTap: () => copy(text) } }
  return (
    <Notice id="reminded" kind="info" {...action}>
      {remindedText(reminded)}
    </Notice>
  )
}
