import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { isMissing } from '../../../cloud/call'
import type { BatchView } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { copy } from '../../../components/copy'
import { Empty } from '../../../components/empty'
import { Layout } from '../../../components/layout'
import { Notice } from '../../../components/notice'
import { commonText, failureText, useTitle } from '../../../i18n'
import { Loading } from '../../../operator/loading'
import { useNow } from '../../../operator/use-now'
import { useRole } from '../../../operator/use-role'
import { becomeBatch, toHome } from '../../../routes'
import { useVendor } from '../shared/use-vendor'
import { Card } from './card'
import { allReminders } from './remind'
import { RemindInWeChat, useRemind } from './remind-in-wechat'
import { toFetch } from './situation'
import { linkText } from './texts'
import { useLinks } from './use-links'
import { useShare } from './use-share'
import './index.css'

/** The link for the administrator of a batch: to open, to scan, to send. */
export default function BatchLink() {
  useTitle(linkText('title'))
  const { id = '' } = useRouter().params
  const now = useNow()
  const vendor = useVendor()
  const { role, failure: roleFailure, ask } = useRole()
  // Who nobody answered about may try: the server decides anew at every act.
  const mayMake = role === undefined ? roleFailure !== null : role !== 'viewer'
  const { links, failure, made, returned, trouble, load, make, open } = useLinks(id, mayMake)

  const reminding = useRemind(id)
  useShare(links ?? [])
  // Not before it is known what this person may do: what they may is part of each card.
  const there = links !== null && (role !== undefined || roleFailure !== null)
  const reminders = allReminders(links ?? [], now)
  // Their buttons have their places from the beginning: nobody taps on what has just moved.
  const toRemind = reminders.length + (mayMake ? toFetch(links ?? []).length : 0)

  useEffect(() => {
    ask()
  }, [ask])

  if (links === null && isMissing(failure)) {
    return (
      <Layout wide>
        <Empty id="missing" title={linkText('missing.title')} text={linkText('missing.text')}>
          <Button id="home" onTap={() => toHome()}>
            {commonText('home')}
          </Button>
        </Empty>
      </Layout>
    )
  }

  return (
    <Layout wide>
      <Apart>
        {failure && (
          <Notice id="failed" kind="error" action={{ text: commonText('retry'), onTap: load }}>
            {failureText(failure)}
          </Notice>
        )}
        {trouble && (
          <Notice id={`handoff-${trouble === 'unavailable' ? 'unavailable' : 'canceled'}`} kind="warn">
            {linkText(trouble === 'unavailable' ? 'unavailable' : 'canceled', { vendor })}
          </Notice>
        )}
        {returned && (
          <Notice id="link-updated" kind="info">
            {linkText('updated', { counts: countsText(returned) })}
          </Notice>
        )}
      </Apart>
      <Apart>
        {!there && !failure && <Loading />}
        {there && links.length > 0 && <View className="p-links__lead">{linkText('lead')}</View>}
        {there && toRemind > 0 && mayMake && (
          <RemindInWeChat reminding={reminding} disabled={reminders.length === 0} />
        )}
        {there && toRemind > 1 && (
          <Button
            id="remind-all"
            kind="plain"
            disabled={reminders.length < 2}
            onTap={() => copy(reminders.join('\n'))}
          >
            {linkText('remind.all', { n: reminders.length < 2 ? toRemind : reminders.length })}
          </Button>
        )}
        {there && links.length === 0 && (
          <Empty id="empty" title={linkText('none')} text={linkText('none.text', { vendor })}>
            <Button id="back" onTap={() => back(id)}>
              {linkText('back')}
            </Button>
          </Empty>
        )}
      </Apart>
      <View id="links">
        {(there ? links : []).map((view, index) => (
          <Card
            key={view.group}
            n={index + 1}
            view={view}
            now={now}
            making={made(view.group).pending}
            failure={made(view.group).failure}
            onMake={mayMake ? () => make(view.group) : null}
            onOpen={open}
          />
        ))}
      </View>
    </Layout>
  )
}

/** Only what the server knows now; never that something succeeded because somebody came back. */
function countsText({ counts }: BatchView): string {
  const told = (['verified', 'processing', 'ready', 'rejected'] as const).filter(state => counts[state] > 0)
  if (told.length === 0) return linkText('updated.none')
  return told.map(state => linkText(`updated.${state}`, { n: counts[state] })).join(' · ')
}

function back(id: string): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack()
  else becomeBatch(id)
}
