import { Text, View } from '@tarojs/components'

export default function Home() {
  return (
    <View>
      <Text>实名通</Text>
    </View>
  )
}
