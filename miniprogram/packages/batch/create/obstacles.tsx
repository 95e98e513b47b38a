import { View } from '@tarojs/components'
import { Notice } from '../../../components/notice'
import { failureText, t } from '../../../i18n'
import { ct } from './texts'
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
    <View>
      {obstacle?.kind === 'privacy' && (
        <Notice id="privacy-refused" kind="warn">
          {ct('privacyRefused')}
        </Notice>
      )}
      {obstacle?.kind === 'failure' && (
        <Notice id="create-failed" kind="error" action={{ text: t('common.retry'), onTap: retry }}>
          <View>
            {obstacle.failure.code === 'KEY_CONFLICT'
              ? ct('KEY_CONFLICT', { button })
              : failureText(obstacle.failure)}
          </View>
          <View>{ct('kept')}</View>
        </Notice>
      )}
    </View>
  )
}
