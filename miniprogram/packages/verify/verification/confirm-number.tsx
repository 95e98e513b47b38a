import { View } from '@tarojs/components'
import { PhoneButton } from '../../../components/phone-button'
import { verificationText } from './texts'
import type { PageState } from './use-page'

/** WeChat says which number its user has; the server compares it with the one that was given. */
export function ConfirmNumber({ page }: { page: PageState }) {
  const confirming = page.busy === 'confirm'
  return (
    <>
      <PhoneButton
        id="confirm-number"
        loading={confirming}
        disabled={page.busy !== null}
        onAnswer={page.confirmNumber}
      >
        {verificationText(confirming ? 'confirming' : 'confirmNumber')}
      </PhoneButton>
      <View id="confirm-complaint" className="p-actions__text" aria-role="alert">
        {page.complaint ? verificationText(`confirmNumber.${page.complaint}`) : ''}
      </View>
    </>
  )
}
