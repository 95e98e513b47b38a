import { View } from '@tarojs/components'
import { useState } from 'react'
import { useOnce } from '../cloud/once'
import { Button } from '../components/button'
import { CellGroup } from '../components/cell'
import { Field } from '../components/field'
import { roomFor } from '../form/room'
import { failureText } from '../i18n'
import { cleanedCode } from './claim-code'
import { operatorText } from './texts'
import './claim.css'

/** What the contract takes. */
const longestCode = 64

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
        <View className="b-claim__title">{operatorText('claim.title')}</View>
        <View className="b-claim__text">{operatorText('claim.text')}</View>
      </View>
      <CellGroup>
        <Field
          id="claim-code"
          label={operatorText('claim.code')}
          value={code}
          placeholder={operatorText('claim.placeholder')}
          maxlength={roomFor(longestCode)}
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
          {operatorText('claim.do')}
        </Button>
      </View>
      <View className="b-claim__hint">{operatorText('claim.note')}</View>
    </View>
  )
}
