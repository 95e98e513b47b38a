import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../components/button'
import { CellGroup } from '../components/cell'
import { Field } from '../components/field'
import { failureText } from '../i18n'
import { cleanedCode } from './claim-code'
import { wt } from './texts'
import { useOnce } from './use-once'
import './claim.css'

interface ClaimProps {
  claim: (code: string) => Promise<unknown>
}

/** For those who are no operator yet: a one-time code, of set-up or from an owner, makes them one. */
export function Claim({ claim }: ClaimProps) {
  const [code, setCode] = useState('')
  const { busy, failure, once, dismiss } = useOnce<'claim'>()
  return (
    <View id="claim-screen">
      <View className="b-claim">
        <View className="b-claim__title">{wt('claim.title')}</View>
        <View className="b-claim__text">{wt('claim.text')}</View>
      </View>
      <CellGroup>
        <Field
          id="claim-code"
          label={wt('claim.code')}
          value={code}
          placeholder={wt('claim.placeholder')}
          maxlength={64}
          error={failure && failureText(failure.error)}
          onInput={typed => {
            dismiss()
            setCode(typed)
          }}
        />
      </CellGroup>
      <View className="b-claim__do">
        <Button
          id="claim"
          disabled={cleanedCode(code) === ''}
          loading={busy !== null}
          onTap={() =>
            once('claim', async () => {
              await claim(cleanedCode(code))
            })
          }
        >
          {wt('claim.do')}
        </Button>
      </View>
      <View className="b-claim__hint">{wt('claim.note')}</View>
    </View>
  )
}
