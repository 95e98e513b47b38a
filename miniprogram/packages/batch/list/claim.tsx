import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { CellGroup } from '../../../components/cell'
import { Field } from '../../../components/field'
import { failureText } from '../../../i18n'
import { useOnce } from '../shared/use-once'
import { lt } from './texts'

interface ClaimProps {
  claim: (code: string) => Promise<unknown>
}

/** For those who are no operator yet: the one-time code of set-up makes them one. */
export function Claim({ claim }: ClaimProps) {
  const [code, setCode] = useState('')
  const { busy, failure, once, dismiss } = useOnce<'claim'>()
  return (
    <View id="claim-screen">
      <View className="p-batches__claim">
        <View className="p-batches__title">{lt('claim.title')}</View>
        <View className="p-batches__text">{lt('claim.text')}</View>
      </View>
      <CellGroup>
        <Field
          id="claim-code"
          label={lt('claim.code')}
          value={code}
          placeholder={lt('claim.placeholder')}
          maxlength={64}
          error={failure && failureText(failure.error)}
          onInput={typed => {
            dismiss()
            setCode(typed)
          }}
        />
      </CellGroup>
      <View className="p-batches__do">
        <Button
          id="claim"
          disabled={code.trim() === ''}
          loading={busy !== null}
          onTap={() =>
            once('claim', async () => {
              await claim(code.trim())
            })
          }
        >
          {lt('claim.do')}
        </Button>
      </View>
      <View className="p-batches__hint">{lt('claim.note')}</View>
    </View>
  )
}
