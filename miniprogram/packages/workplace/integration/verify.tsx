import { ScrollView, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Chips } from '../../../components/chips'
import { copy } from '../../../components/copy'
import { integrationText } from './texts'
import { type Language, languages, verifiers } from './verifiers'

/** How a business system proves that a delivery is ours: a function to copy. */
export function Verify() {
  const [language, choose] = useState<Language>('node')
  return (
    <>
      <View className="p-integration__note">{integrationText('verify.note')}</View>
      <View className="p-integration__chips">
        <Chips
          id="verify"
          label={integrationText('verify.language')}
          options={languages.map(value => ({ value, title: verifiers[value].title }))}
          value={language}
          onChoose={choose}
        />
      </View>
      <ScrollView className="p-integration__source" scrollX>
        <Text id="verify-source" className="p-integration__text" userSelect>
          {verifiers[language].source}
        </Text>
      </ScrollView>
      <View className="p-integration__do">
        <Button id="verify-copy" onTap={() => copy(verifiers[language].source)}>
          {integrationText('verify.copy')}
        </Button>
      </View>
    </>
  )
}
