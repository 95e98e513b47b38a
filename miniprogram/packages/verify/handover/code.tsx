import { Image, View } from '@tarojs/components'
import { ht } from './texts'

/** The code, what to do with it and for how long. */
export function Code({ image, left }: { image: string; left: string }) {
  return (
    <View className="p-handover">
      <View className="p-handover__lead">{ht('lead')}</View>
      <View className="p-handover__text">{ht('how')}</View>
      <Image id="code" className="p-handover__code" src={image} aria-label={ht('image')} />
      <View id="left" className="p-handover__text">
        {ht('left', { left })}
      </View>
      <View className="p-handover__text">{ht('why')}</View>
    </View>
  )
}
