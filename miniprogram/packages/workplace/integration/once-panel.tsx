import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { copy } from '../../../components/copy'
import { useScrollTo } from '../../../components/use-scroll-to'
import { integrationText } from './texts'

interface OncePanelProps {
  /** Ids: `${id}`, `${id}-text`, `${id}-copy`, `${id}-close`. */
  id: string
  title: string
  secret: string
  /** What to do with it now. */
  how: string
  onClose: () => void
}

/** The one time a key or a secret is seen. No dialog: a tap beside one would close it. */
export function OncePanel({ id, title, secret, how, onClose }: OncePanelProps) {
  useScrollTo(id, secret)
  return (
    <View id={id} className="p-integration__panel">
      <View className="p-integration__for">{title}</View>
      <View id={`${id}-text`} className="p-integration__secret">
        {secret}
      </View>
      <Button id={`${id}-copy`} onTap={() => copy(secret)}>
        {integrationText('copy')}
      </Button>
      <View className="p-integration__once">{integrationText('once')}</View>
      <View className="p-integration__note">{how}</View>
      <Button id={`${id}-close`} kind="text" onTap={onClose}>
        {integrationText('once.close')}
      </Button>
    </View>
  )
}
