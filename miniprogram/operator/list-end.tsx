import { View } from '@tarojs/components'
import type { Pages } from '../cloud/pages'
import { commonText } from '../i18n'
import { operatorText } from './texts'
import './list-end.css'

interface ListEndProps {
  pages: Pick<Pages<unknown>, 'items' | 'loaded' | 'hasMore'>
  /** Said elsewhere, with the way to try again. */
  failed: boolean
}

/** Below a list: that it goes on, or that this was all. Nothing where there is nothing. */
export function ListEnd({ pages: { items, loaded, hasMore }, failed }: ListEndProps) {
  if (failed || (loaded && items.length === 0)) return null
  return (
    <View id="list-end" className="b-list-end">
      {loaded ? operatorText(hasMore ? 'list.more' : 'list.end') : commonText('loading')}
    </View>
  )
}
