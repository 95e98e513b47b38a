import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { copy } from '../../../components/copy'
import { useScrollTo } from '../../../components/use-scroll-to'
import { dayAndHour } from '../../../i18n/time'
import { operatorsText } from './texts'
import type { Invited } from './use-operators'
import { grouped } from './words'

/** The one time the code is seen. No dialog: a tap beside one would close it. */
export function CodePanel({ invited, onClose }: { invited: Invited; onClose: () => void }) {
  const { code, role, label, expiresAt } = invited
  useScrollTo('operator-invited', code)
  return (
    <View id="operator-invited" className="p-operators__panel">
      <View className="p-operators__for">
        {operatorsText('code.title', { label, role: operatorsText(`role.${role}`) })}
      </View>
      <View id="operator-code" className="p-operators__code">
        {grouped(code)}
      </View>
      <Button id="operator-code-copy" onTap={() => copy(code)}>
        {operatorsText('code.copy')}
      </Button>
      <View id="operator-code-until" className="p-operators__until">
        {operatorsText('code.until', { time: dayAndHour(expiresAt, Date.now()) })}
      </View>
      <View className="p-operators__once">{operatorsText('code.once')}</View>
      <View className="p-operators__how">{operatorsText('code.how')}</View>
      <Button id="operator-code-close" kind="text" onTap={onClose}>
        {operatorsText('code.close')}
      </Button>
    </View>
  )
}
