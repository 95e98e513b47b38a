import { View } from '@tarojs/components'
import { Apart } from '../../../components/apart'
import { Notice } from '../../../components/notice'
import { commonText, failureText } from '../../../i18n'
import { createText } from './texts'
import type { Obstacle } from './use-create'

interface ObstaclesProps {
  obstacle: Obstacle | null
  /** What the button below says. */
  button: string
  retry: () => void
}

/** What stands in the way and belongs to no field. */
export function Obstacles({ obstacle, button, retry }: ObstaclesProps) {
  return (
    <Apart>
      {obstacle?.kind === 'privacy' && (
        <Notice id="privacy-refused" kind="warn">
          {createText('privacyRefused')}
        </Notice>
      )}
      {obstacle?.kind === 'failure' && (
        <Notice id="create-failed" kind="error" action={{ text: commonText('retry'), onTap: retry }}>
          <View>
            {obstacle.failure.code === 'KEY_CONFLICT'
              ? createText('KEY_CONFLICT', { button })
              : failureText(obstacle.failure)}
          </View>
          <View>{createText('kept')}</View>
        </Notice>
      )}
    </Apart>
  )
}
