import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { useOnce } from '../../../cloud/once'
import type { ConfigResult, VerificationView, Way } from '../../../cloud/types'
import { usePoll } from '../../../cloud/use-poll'
import type { PhoneAnswer } from '../../../components/phone-button'
import { isComputer } from '../../../entry/device'
import { needsPhone } from '../../../handoff/needs-phone'
import { takeHandoff } from '../../../handoff/pending'
import { useHandoff } from '../../../handoff/use-handoff'
import { grantOf } from '../contract/phone'
import { organizationDraft } from '../organization/draft'
import { personDraft } from '../person/draft'
import { changingDraft } from '../start/given'
import { useVerification } from './use-verification'

export type Act = 'confirm' | 'open' | 'link' | 'refresh' | 'cancel'

const defaultPollSeconds = 3
const drafts = { person: personDraft, organization: organizationDraft } as const

/** Everything the page of a verification does: shows the newest state, passes the user on, asks again while shown. */
export function usePage(id: string, config: ConfigResult | null, invitation: string | null) {
  const { view, failure, load, refresh, cancel, confirmNumber, renew } = useVerification(id)
  const handoff = useHandoff(refresh)
  const { busy, once } = useOnce<Act>()
  const [emptyHanded, setEmptyHanded] = useState(false)
  const [complaint, setComplaint] = useState<'refused' | 'unavailable' | null>(null)
  const [asked, setAsked] = useState(0)
  const { receive, reset } = handoff

  useEffect(() => {
    const pending = takeHandoff(id)
    // What a computer cannot open is left to the phone.
    if (pending && !(isComputer() && needsPhone(pending))) receive(pending)
  }, [id, receive])

  useEffect(() => {
    if (view?.state === 'verified') {
      drafts[view.subject].clear(invitation)
      changingDraft.clear(invitation)
    }
    if (view?.phase !== 'done' && view?.phase !== 'failed') return
    reset()
    // The panel with the jump may have been brought into sight; the result stands above it.
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined)
  }, [view?.state, view?.subject, view?.phase, invitation, reset])

  const expecting = view?.phase === 'wait' || (handoff.followed && view?.phase === 'act')
  usePoll({ active: expecting, ask: refresh, baseSeconds: config?.pollSeconds ?? defaultPollSeconds })

  /** A link is for the panel only: it is asked for anew each time and never kept. */
  const passOn = (current: VerificationView, way: Way) =>
    once(way === 'link' ? 'link' : 'open', async () => {
      reset()
      setEmptyHanded(false)
      const answer = await renew(current.attempt, way)
      if (answer?.handoff) receive(answer.handoff)
      else if (answer?.verification.nextStep === 'open') setEmptyHanded(true)
    })

  const askNow = async () => {
    await (view ? refresh() : load())
    setAsked(times => times + 1)
  }

  usePullDownRefresh(async () => {
    await askNow()
    Taro.stopPullDownRefresh()
  })

  return {
    view,
    failure,
    handoff,
    busy,
    emptyHanded,
    load,
    /** How often the user asked by hand and was answered. */
    asked,
    ask: () => once('refresh', askNow),
    cancel: () => once('cancel', cancel),
    /** Why WeChat gave no number. */
    complaint,
    confirmNumber: (answer: PhoneAnswer) =>
      once('confirm', async () => {
        const grant = grantOf(answer)
        setComplaint(grant.kind === 'granted' ? null : grant.kind)
        if (grant.kind === 'granted') await confirmNumber(grant.code)
      }),
    /** Whether this vendor gives links for a browser. */
    links: config?.vendors.some(each => each.id === view?.vendor && each.links) ?? false,
    open: async () => view && passOn(view, 'app'),
    openLink: async () => view && passOn(view, 'link'),
  }
}

export type PageState = ReturnType<typeof usePage>
