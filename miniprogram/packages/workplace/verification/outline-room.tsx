import { View } from '@tarojs/components'
import { useState } from 'react'
import { callAction } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { Outline, VerificationView } from '../../../cloud/types'
import { useConfig } from '../../../cloud/use-config'
import { Button } from '../../../components/button'
import { OutlineCard } from '../../../outline'
import { isDrawn } from '../../../outline/drawn'
import { verificationText } from './texts'

/** The flow at the vendor, asked for by a tap: each time costs a call to the vendor. */
export function OutlineRoom({ view }: { view: VerificationView }) {
  const { config } = useConfig()
  const { busy, failure, once } = useOnce<'outline'>()
  /** undefined: not asked yet · null: the vendor has none. */
  const [outline, setOutline] = useState<Outline | null>()
  const ask = () =>
    once('outline', async () => {
      setOutline((await callAction('workplace.outline', { id: view.id })).outline)
    })
  if (!isDrawn(view, config)) return null
  return (
    <>
      {outline === null && (
        <View id="outline-none" className="p-case__note">
          {verificationText('outline.none')}
        </View>
      )}
      {/* Said only here: the picture before it, if any, stays. */}
      <OutlineCard outline={outline ?? null} failed={failure !== null} now={Date.now()} onRetry={ask} />
      {!outline && failure === null && (
        <View className="p-case__do">
          <Button
            id="case-outline"
            kind="plain"
            loading={busy !== null}
            onTap={() => {
              ask()
            }}
          >
            {verificationText(busy === null ? 'outline' : 'outline.busy')}
          </Button>
        </View>
      )}
    </>
  )
}
