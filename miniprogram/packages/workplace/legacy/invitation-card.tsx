import { View } from '@tarojs/components'
import type { LegacyInvitationView } from '../../../cloud/types'
import { Tag } from '../../../components/tag'
import { linesOf, tagOf, titleOf } from './invitation'
import { legacyText } from './texts'

/** One invitation of earlier years; names and numbers come masked. */
export function InvitationCard({ id, view }: { id: string; view: LegacyInvitationView }) {
  const title = titleOf(view)
  const tag = tagOf(view)
  return (
    <View
      id={id}
      className="p-legacy__card"
      aria-label={legacyText('item.label', { title, state: tag.text })}
    >
      <View className="p-legacy__head">
        <View className="p-legacy__name">{title}</View>
        <Tag kind={tag.kind} text={tag.text} />
      </View>
      <View className="p-legacy__subject">{legacyText(`subject.${view.subject}`)}</View>
      {linesOf(view).map(({ key, value }) => (
        <View key={key} className="p-legacy__line">
          <View className="p-legacy__key">{legacyText(key)}</View>
          <View className="p-legacy__value">{value}</View>
        </View>
      ))}
    </View>
  )
}
