import { useCallback, useRef, useState } from 'react'
import { type ActionFailureError, callAction, toFailure } from '../../../cloud/call'
import type { CodeForm, InvitationCodeResult } from '../../../cloud/types'

type Of<T> = Partial<Record<CodeForm, T>>

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
  const [codes, setCodes] = useState<Of<InvitationCodeResult>>({})
  const [failed, setFailed] = useState<Of<ActionFailureError>>({})
  const [waiting, setWaiting] = useState<Of<boolean>>({})
  // Refs, because two taps can arrive before the state has changed.
  const underWay = useRef(new Map<CodeForm, Promise<InvitationCodeResult | null>>())
  const known = useRef<Of<InvitationCodeResult>>({})

  const fetch = useCallback(
    async (wanted: CodeForm) => {
      setWaiting(before => ({ ...before, [wanted]: true }))
      setFailed(before => ({ ...before, [wanted]: undefined }))
      const asked = known.current
      try {
        const code = await callAction('invitation.code', { id, form: wanted })
        // Forgotten meanwhile: it may be a code of before.
        if (asked !== known.current) return null
        asked[wanted] = code
        setCodes({ ...asked })
        return code
      } catch (error) {
        setFailed(before => ({ ...before, [wanted]: toFailure(error) }))
        return null
      } finally {
        setWaiting(before => ({ ...before, [wanted]: false }))
      }
    },
    [id],
  )

  const choose = useCallback(
    async (wanted: CodeForm) => {
      setForm(wanted)
      const code = known.current[wanted]
      if (code && code.expiresAt > Date.now()) return code
      const running = underWay.current.get(wanted) ?? fetch(wanted)
      underWay.current.set(wanted, running)
      const answer = await running
      underWay.current.delete(wanted)
      return answer
    },
    [fetch],
  )

  const forget = useCallback(() => {
    known.current = {}
    underWay.current.clear()
    setForm(null)
    setCodes({})
    setFailed({})
  }, [])

  return {
    form,
    code: form === null ? null : (codes[form] ?? null),
    busy: form !== null && waiting[form] === true,
    failure: form === null ? null : (failed[form] ?? null),
    choose,
    forget,
  }
}
