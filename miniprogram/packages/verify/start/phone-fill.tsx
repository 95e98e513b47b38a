import { View } from '@tarojs/components'
import { useState } from 'react'
import { callAction } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import { Apart } from '../../../components/apart'
import { type PhoneAnswer, PhoneButton } from '../../../components/phone-button'
import { failureText } from '../../../i18n'
import { grantOf } from '../contract/phone'
import { startText } from './texts'
import './phone-fill.css'

interface PhoneFillProps {
  id: string
  onFill: (mobile: string) => void
}

/** Fills in the number WeChat knows; whatever goes wrong, the field stays as it was and can be typed in. */
export function PhoneFill({ id, onFill }: PhoneFillProps) {
  const { busy, failure, once } = useOnce<'fill'>()
  const [complaint, setComplaint] = useState('')

  const onAnswer = (answer: PhoneAnswer) =>
    once('fill', async () => {
      const grant = grantOf(answer)
      setComplaint(grant.kind === 'granted' ? '' : startText(`phone.${grant.kind}`))
      if (grant.kind !== 'granted') return
      onFill((await callAction('phone.number', { code: grant.code })).mobile)
    })

  return (
    <Apart>
      <PhoneButton id={id} kind="quiet" loading={busy !== null} onAnswer={onAnswer}>
        {startText(busy !== null ? 'phone.filling' : 'phone.fill')}
      </PhoneButton>
      <View id={`${id}-complaint`} className="p-phone-fill__complaint" aria-role="alert">
        {failure ? startText('phone.failed', { reason: failureText(failure.error) }) : complaint}
      </View>
    </Apart>
  )
}
