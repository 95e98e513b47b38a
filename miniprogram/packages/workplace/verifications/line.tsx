import { View } from '@tarojs/components'
import { memo } from 'react'
import type { CaseView } from '../../../cloud/types'
import { Tag } from '../../../components/tag'
import { ago } from '../../../i18n/time'
import { useVendorName } from '../../../i18n/vendors'
import { toCase } from '../../../routes'
import { stateTag } from '../shared/states'
import { workplaceText } from '../shared/texts'
import { verificationListText } from './texts'

/** One verification: whose, in part; where; how it stands; since when. */
export const Line = memo(function Line({ item }: { item: CaseView }) {
  const name = item.maskedName || verificationListText('item.unnamed')
  const tag = stateTag(item)
  const vendor = useVendorName()(item.vendor)
  const time = ago(item.createdAt, Date.now())
  return (
    <View
      id={`case-${item.id}`}
      className="c-cell p-case"
      hoverClass="c-cell--pressed"
      aria-role="button"
      onClick={() => toCase(item.id)}
    >
      <View className="p-case__name">{name}</View>
      <View className="p-case__tag">
        <Tag kind={tag.kind} text={tag.text} />
      </View>
      <View className="p-case__where">{`${vendor} · ${workplaceText(`subject.${item.subject}`)}`}</View>
      <View className="p-case__who">
        {[item.tag && workplaceText(`tag.${item.tag}`), item.maskedContact, item.bizId]
          .filter(Boolean)
          .join(' · ')}
      </View>
      <View className="p-case__when">{time}</View>
    </View>
  )
})
