import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import { begin } from './begin'
import { homeText } from './texts'

/** The way into the verification of an organization. */
export function OrganizationCard({ vendor }: { vendor: string }) {
  return (
    <View className="p-home__card">
      <View className="p-home__title">{homeText('title.organization')}</View>
      <View className="p-home__lead">{homeText('lead.organization', { vendor })}</View>
      <Button id="start-organization" onTap={() => begin('organization')}>
        {homeText('start.organization')}
      </Button>
    </View>
  )
}
