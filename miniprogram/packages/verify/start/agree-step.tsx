import { View } from '@tarojs/components'
import type { ConfigResult, Subject } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Cell, CellGroup } from '../../../components/cell'
import { FormObstacle } from '../../../form/obstacle'
import { failureText } from '../../../i18n'
import { Consent } from './consent'
import { startText } from './texts'
import type { Agreement } from './use-agreement'
import type { Start } from './use-start'

interface AgreeStepProps {
  subject: Subject
  config: ConfigResult
  vendor: string
  licence: boolean
  agreement: Agreement
  start: Start
}

/** Why each thing is asked, who receives it and how long it stays, above the tick; nothing is recorded before. */
export function AgreeStep({ subject, config, vendor, licence, agreement, start }: AgreeStepProps) {
  const about = [
    ...(subject === 'person' ? (['card', 'mobile'] as const) : (['company', 'applicant'] as const)),
    ...(licence ? (['licence'] as const) : []),
    'receiver' as const,
    'kept' as const,
  ]
  const days = config.policy.retentionDays
  return (
    <Apart>
      <View className="p-agree">
        <CellGroup id="agree-facts">
          {about.map(each => (
            <Cell
              key={each}
              title={startText(`agree.${each}`)}
              note={startText(`agree.${each}.why`, { vendor, days })}
            />
          ))}
        </CellGroup>
      </View>
      <Consent matter={subject} config={config} vendor={vendor} agreement={agreement} />
      <Apart>
        <FormObstacle
          id="start-failed"
          obstacle={start.obstacle}
          button={startText('start')}
          say={failureText}
          retry={start.submit}
        />
      </Apart>
    </Apart>
  )
}
