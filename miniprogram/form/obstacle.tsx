import { View } from '@tarojs/components'
import type { ActionFailureError } from '../cloud/call'
import { Notice } from '../components/notice'
import { commonText } from '../i18n'
import { formText } from './texts'

interface FormObstacleProps {
  /** Of the notice of a failure. */
  id: string
  obstacle: { kind: string; failure?: ActionFailureError } | null
  /** What the button of the form says. */
  button: string
  say: (failure: ActionFailureError) => string
  retry: () => void
}

/** What stands in the way of a form and belongs to no field: nothing was agreed to, or it was not taken. */
export function FormObstacle({ id, obstacle, button, say, retry }: FormObstacleProps) {
  if (obstacle?.kind === 'privacy' || obstacle?.kind === 'undeclared') {
    return (
      <Notice id={`privacy-${obstacle.kind === 'privacy' ? 'refused' : 'undeclared'}`} kind="warn">
        {obstacle.kind === 'privacy' ? formText('privacyRefused', { button }) : formText('undeclared')}
      </Notice>
    )
  }
  if (obstacle?.kind !== 'failure' || !obstacle.failure) return null
  return (
    <Notice id={id} kind="error" action={{ text: commonText('retry'), onTap: retry }}>
      <View>{say(obstacle.failure)}</View>
      <View>{formText('kept')}</View>
    </Notice>
  )
}
