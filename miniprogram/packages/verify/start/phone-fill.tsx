import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { callAction, toFailure } from '../../../cloud/call'
import { type PhoneAnswer, PhoneButton } from '../../../components/phone-button'
import { failureText } from '../../../i18n'
import { grantOf } from '../contract/phone'
import { formText } from './texts'
import './phone-fill.css'

interface PhoneFillProps {
  id: string
  onFill: (mobile: string) => void
}

/** Fills in the number WeChat knows; whatever goes wrong, the field stays as it was and can be typed in. */
export function PhoneFill({ id, onFill }: PhoneFillProps) {
  const [busy, setBusy] = useState(false)
  const [complaint, setComplaint] = useState('')
  // A ref, because two taps can arrive before the state has changed.
  const running = useRef(false)

  const onAnswer = async (answer: PhoneAnswer) => {
    if (running.current) return
    const grant = grantOf(answer)
    setComplaint(grant.kind === 'granted' ? '' : formText(`phone.${grant.kind}`))
    if (grant.kind !== 'granted') return
    running.current = true
    setBusy(true)
    await callAction('phone.number', { code: grant.code }).then(
      ({ mobile }) => onFill(mobile),
      error => setComplaint(formText('phone.failed', { reason: failureText(toFailure(error)) })),
    )
    running.current = false
    setBusy(false)
  }

  return (
    <View>
      <PhoneButton id={id} kind="quiet" loading={busy} onAnswer={onAnswer}>
        {formText(busy ? 'phone.filling' : 'phone.fill')}
      </PhoneButton>
      <View id={`${id}-complaint`} className="p-phone-fill__complaint" aria-role="alert">
        {complaint}
      </View>
    </View>
  )
}
