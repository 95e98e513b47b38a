import { Image, View } from '@tarojs/components'
import { handoverText } from './texts'

/** The code, what to do with it and for how long. */
export function Code({ image, left }: { image: string; left: string }) {
  return (
    <View className="p-handover">
      <View className="p-handover__lead">{handoverText('lead')}</View>
      <View className="p-handover__text">{handoverText('how')}</View>
      <Image id="code" className="p-handover__code" src={image} aria-label={handoverText('image')} />
      <View id="left" className="p-handover__text">
        {handoverText('left', { left })}
      </View>
      <View className="p-handover__text">{handoverText('why')}</View>
    </View>
  )
}
