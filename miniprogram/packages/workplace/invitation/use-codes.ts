import { useCallback, useState } from 'react'
import { useAnswers } from '../../../cloud/answers'
import { type ActionFailureError, callAction } from '../../../cloud/call'
import type { CodeForm, InvitationCodeResult } from '../../../cloud/types'

export interface Codes {
  /** The one looked at; null: none was asked for. */
  form: CodeForm | null
  code: InvitationCodeResult | null
  busy: boolean
  failure: ActionFailureError | null
  /** Shows a form; what is known and still good is not asked for again. */
  choose: (form: CodeForm) => Promise<InvitationCodeResult | null>
  /** All known codes are of no use any more. */
  forget: () => void
}

/** The codes of an invitation, made when somebody wants to see them. */
export function useCodes(id: string): Codes {
  const [form, setForm] = useState<CodeForm | null>(null)
  const { of, ask, forget } = useAnswers<CodeForm, InvitationCodeResult>()

  const choose = useCallback(
    async (wanted: CodeForm) => {
      setForm(wanted)
      const { answer } = of(wanted)
      if (answer && answer.expiresAt > Date.now()) return answer
      return ask(wanted, () => callAction('invitation.code', { id, form: wanted }))
    },
    [id, of, ask],
  )
  const shown = form && of(form)

  return {
    form,
    code: shown?.answer ?? null,
    busy: shown?.pending ?? false,
    failure: shown?.failure ?? null,
    choose,
    forget: useCallback(() => {
      setForm(null)
      forget()
    }, [forget]),
  }
}
