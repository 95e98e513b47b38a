import { View } from '@tarojs/components'
import { useState } from 'react'
import { callAction } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { ConfigResult } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { askFor } from '../../../form/ask-messages'
import { linkText } from './texts'

interface RemindProps {
  id: string
  token: string
  config: ConfigResult | null
}

/** A tap of its own: WeChat's question and the way to another mini-program do not go together. */
export function Remind({ id, token, config }: RemindProps) {
  const [answer, setAnswer] = useState<'yes' | 'no' | null>(null)
  const { busy, once } = useOnce<'remind'>()
  const template = config?.messages?.find(({ kind }) => kind === 'reminder')
  if (!template) return null
  const remind = () =>
    once('remind', async () => {
      const [agreed] = await askFor([template])
      const kept = agreed && (await callAction('link.accept', { id, token })).accepted
      setAnswer(kept ? 'yes' : 'no')
    })
  return (
    <Apart>
      {answer === 'yes' ? (
        <View id="link-reminded" className="p-shared-link__text">
          {linkText('reminded')}
        </View>
      ) : (
        <Button id="link-remind" kind="plain" loading={busy !== null} onTap={remind}>
          {linkText(answer === 'no' ? 'remind.again' : 'remind')}
        </Button>
      )}
    </Apart>
  )
}
