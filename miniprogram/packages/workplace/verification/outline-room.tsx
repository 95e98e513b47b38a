import { View } from '@tarojs/components'
import { useAnswer } from '../../../cloud/answer'
import { callAction } from '../../../cloud/call'
import type { Outline, VerificationView } from '../../../cloud/types'
import { useConfig } from '../../../cloud/use-config'
import { Button } from '../../../components/button'
import { OutlineCard } from '../../../outline'
import { isDrawn } from '../../../outline/drawn'
import { verificationText } from './texts'

/** The flow at the vendor, asked for by a tap: each time costs a call to the vendor. */
export function OutlineRoom({ view, details }: { view: VerificationView; details: boolean }) {
  const { config } = useConfig()
  const { answer, failure, pending, ask } = useAnswer<{ outline: Outline | null }>({ joins: true })
  /** undefined: not asked yet · null: the vendor has none. */
  const outline = answer?.outline
  const look = () => ask(() => callAction('workplace.outline', { id: view.id }))
  if (!isDrawn(view, config)) return null
  return (
    <>
      {outline === null && (
        <View id="outline-none" className="p-case__note">
          {verificationText('outline.none')}
        </View>
      )}
      {/* Said only here: the picture before it, if any, stays. */}
      <OutlineCard
        outline={outline ?? null}
        failed={failure !== null}
        now={Date.now()}
        details={details}
        onRetry={look}
      />
      {!outline && failure === null && (
        <View className="p-case__do">
          <Button
            id="case-outline"
            kind="plain"
            loading={pending}
            onTap={() => {
              look()
            }}
          >
            {verificationText(pending ? 'outline.busy' : 'outline')}
          </Button>
        </View>
      )}
    </>
  )
}
