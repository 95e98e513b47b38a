import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ActionFailureError } from '../../../cloud/call'
import type { LinkView } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { copy } from '../../../components/copy'
import { Notice } from '../../../components/notice'
import { Skeleton } from '../../../components/skeleton'
import { failureText } from '../../../i18n'
import { useVendor } from '../shared/use-vendor'
import { reminderOf } from './remind'
import { situationOf } from './situation'
import { linkText } from './texts'
import { type Addresses, Ways } from './ways'

interface CardProps {
  /** From 1; part of all ids. */
  n: number
  view: LinkView
  now: number
  making: boolean
  failure: ActionFailureError | null
  /** null: not for this person. */
  onMake: (() => void) | null
  onOpen: (app: Addresses['app']) => void
}

/** One administrator: for how many organizations, and every way to hand the link over. */
export function Card({ n, view, now, making, failure, onMake, onOpen }: CardProps) {
  const { administrator, rows, link } = view
  const situation = situationOf(view, now)
  const reminder = reminderOf(view, now)
  const usable = link !== null && (situation === 'live' || situation === 'stale')
  // Made at once by whoever may: it has its room from the beginning.
  const coming = situation === 'none' && onMake !== null && rows > 0 && failure === null
  return (
    <View id={`link-${n}`} className="p-link">
      <View className="p-link__who">
        <View className="p-link__name">{`${administrator.name} ${administrator.mobile}`}</View>
        <View id={`link-rows-${n}`} className="p-link__note">
          {linkText('rows', { n: rows })}
        </View>
      </View>
      <Apart>
        {failure && (
          <Notice id={`link-failed-${n}`} kind="error">
            {failureText(failure)}
          </Notice>
        )}
        {!making && (situation === 'stale' || situation === 'over') && (
          <Notice id={`link-${situation}-${n}`} kind="warn">
            {linkText(situation, { n: view.notCovered })}
          </Notice>
        )}
      </Apart>
      <Apart>
        {usable && <Ways n={n} link={link} now={now} onOpen={onOpen} />}
        {coming && (
          <View className="p-link__room">
            <Skeleton id={`link-making-${n}`} shape={['button', 'card', 'button']} />
          </View>
        )}
      </Apart>
      <Apart>
        {(reminder !== null || coming) && (
          <Button
            id={`link-remind-${n}`}
            kind="plain"
            disabled={reminder === null}
            onTap={() => copy(reminder ?? '')}
          >
            {linkText('remind')}
          </Button>
        )}
      </Apart>
      <View className="p-link__renew">
        {onMake && (
          <Button
            id={`link-renew-${n}`}
            kind={usable ? 'text' : 'primary'}
            loading={making}
            disabled={making || rows === 0}
            onTap={onMake}
          >
            {linkText(making ? 'making' : situation === 'none' ? 'make' : 'renew')}
          </Button>
        )}
      </View>
      <Remarks n={n} view={view} />
    </View>
  )
}

/** What the vendor kept out of the link; what it says about that, in its own words, behind a tap. */
function Remarks({ n, view }: { n: number; view: LinkView }) {
  const vendor = useVendor()
  const [details, setDetails] = useState(false)
  return (
    <Apart>
      {view.unasked > 0 && (
        <View id={`link-unasked-${n}`} className="p-link__remarks">
          {linkText('unasked', { n: view.unasked })}
        </View>
      )}
      {view.leftOut.length > 0 && (
        <View id={`link-left-out-${n}`} className="p-link__remarks">
          <View>{linkText('leftOut', { vendor })}</View>
          {view.leftOut.map(row => (
            <View key={row.rowId}>{`${row.number}. ${row.name}`}</View>
          ))}
        </View>
      )}
      {view.failures.length > 0 && (
        <View
          id={`link-details-${n}`}
          className="p-link__tap"
          aria-role="button"
          onClick={() => setDetails(!details)}
        >
          {linkText('details', { vendor })}
        </View>
      )}
      {details && view.failures.length > 0 && (
        <View id={`link-failures-${n}`} className="p-link__remarks">
          <View>{linkText('failures', { vendor })}</View>
          {view.failures.map(text => (
            <View key={text}>{text}</View>
          ))}
        </View>
      )}
    </Apart>
  )
}
