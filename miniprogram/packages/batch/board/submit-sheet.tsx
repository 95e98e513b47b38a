import { Checkbox, CheckboxGroup, Label, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { BatchView } from '../../../cloud/types'
import { Button } from '../../../components/button'
import { Dialog } from '../../../components/dialog'
import { useVendor } from '../shared/use-vendor'
import { boardText } from './texts'
import type { Acts } from './use-acts'

/** How many go, how many stay, and that those concerned agreed: never ticked for the operator. */
export function SubmitSheet({ batch, acts }: { batch: BatchView; acts: Acts }) {
  const [agreed, setAgreed] = useState(false)
  const { sendable, faulty, today } = batch
  const vendor = useVendor()
  const rest = Math.max(0, today.limit - today.sent)
  return (
    <Dialog
      id="submit-sheet"
      title={boardText('submit.title')}
      onClose={acts.close}
      actions={
        <>
          <Button id="submit-confirm" disabled={!agreed} onTap={acts.submit}>
            {boardText('submit.yes')}
          </Button>
          <Button id="submit-no" kind="text" onTap={acts.close}>
            {boardText('submit.no')}
          </Button>
        </>
      }
    >
      <View id="submit-count">{boardText('submit.count', { n: sendable, vendor })}</View>
      {faulty > 0 && (
        <View id="submit-issues" className="p-sheet__more">
          {boardText('submit.issues', { n: faulty })}
        </View>
      )}
      {sendable > rest && (
        <View id="submit-quota" className="p-sheet__more">
          {boardText('submit.quota', { rest })}
        </View>
      )}
      <CheckboxGroup onChange={event => setAgreed(event.detail.value.length > 0)}>
        <Label className="p-sheet__consent">
          <Checkbox
            id="submit-consent"
            className="p-sheet__box"
            value="accepted"
            checked={agreed}
            color="#017a3b"
            aria-label={boardText('submit.consent', { vendor })}
          />
          <Text className="p-sheet__consent-text">{boardText('submit.consent', { vendor })}</Text>
        </Label>
      </CheckboxGroup>
    </Dialog>
  )
}
