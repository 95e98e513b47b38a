import { useState } from 'react'
import { callAction } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { ActionResults } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { failureText } from '../../../i18n'
import { linkText } from './texts'

type Reminded = ActionResults['batch.remind']['reminded']

/** Messages to the administrators who agreed to them. */
export function useRemind(id: string) {
  const [reminded, setReminded] = useState<Reminded | null>(null)
  const { busy, failure, once } = useOnce<'remind'>()
  const remind = () =>
    once('remind', async () => setReminded((await callAction('batch.remind', { id })).reminded))
  return { reminded, remind, busy: busy !== null, failure: failure?.error ?? null }
}

interface RemindInWeChatProps {
  reminding: ReturnType<typeof useRemind>
  /** There is nothing to open yet. */
  disabled: boolean
}

/** The button, and what came of it: for those who agreed to nothing there is the text to copy. */
export function RemindInWeChat({ reminding, disabled }: RemindInWeChatProps) {
  const { reminded, remind, busy, failure } = reminding
  return (
    <Apart>
      <Button id="remind-wechat" kind="plain" loading={busy} disabled={busy || disabled} onTap={remind}>
        {linkText('remind.wechat')}
      </Button>
      {failure && (
        <Notice id="remind-failed" kind="error">
          {failureText(failure)}
        </Notice>
      )}
      {reminded && (
        <Notice id="reminded" kind="info">
          {remindedText(reminded)}
        </Notice>
      )}
    </Apart>
  )
}

function remindedText(reminded: Reminded): string {
  const told = reminded.filter(({ outcome }) => outcome !== 'ask').length
  const rest = reminded.length - told
  const text = told === 0 ? linkText('reminded.none') : linkText('reminded.told', { n: told })
  return rest === 0 || told === 0 ? text : `${text}${linkText('reminded.rest', { n: rest })}`
}
