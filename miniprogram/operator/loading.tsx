import { View } from '@tarojs/components'
import { commonText } from '../i18n'
import './loading.css'

/** Instead of what was asked for and has not come yet. */
export function Loading({ id = 'loading' }: { id?: string }) {
  return (
    <View id={id} className="b-loading">
      {commonText('loading')}
    </View>
  )
}
