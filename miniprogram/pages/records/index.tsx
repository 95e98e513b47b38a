import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { callAction } from '../../cloud/call'
import { type LoadPage, usePages } from '../../cloud/pages'
import type { VerificationView } from '../../cloud/types'
import { Apart } from '../../components/apart'
import { Button } from '../../components/button'
import { Cell, CellGroup } from '../../components/cell'
import { Empty } from '../../components/empty'
import { Layout } from '../../components/layout'
import { Notice } from '../../components/notice'
import { Skeleton } from '../../components/skeleton'
import { Tag } from '../../components/tag'
import { commonText, failureText, useTitle } from '../../i18n'
import { ago } from '../../i18n/time'
import { useVendorName } from '../../i18n/vendors'
import { toHome, toVerification } from '../../routes'
import { headline, tagKind } from '../../status/headline'
import { statusText } from '../../status/texts'
import { recordsText } from './texts'
import './index.css'

const load: LoadPage<VerificationView> = page => callAction('verification.list', page)

/** All verifications of this person, newest first. */
export default function Records() {
  useTitle(recordsText('title'))
  const { items, failure, loaded, hasMore, refresh, more } = usePages(load)

  useDidShow(() => {
    refresh()
  })
  usePullDownRefresh(async () => {
    await refresh()
    Taro.stopPullDownRefresh()
  })
  useReachBottom(() => {
    more()
  })

  if (!loaded && !failure) {
    return (
      <Layout>
        <Skeleton id="loading" shape={['cells4', 'cells4']} />
      </Layout>
    )
  }
  return (
    <Layout>
      <Apart>
        {failure && (
          <Notice id="failed" kind="error" action={{ text: commonText('retry'), onTap: refresh }}>
            {failureText(failure)}
          </Notice>
        )}
      </Apart>
      <View id="list">
        {items.length > 0 && (
          <CellGroup>
            {items.map(item => (
              <Item key={item.id} item={item} />
            ))}
          </CellGroup>
        )}
      </View>
      <Apart>
        {loaded && items.length === 0 && (
          <Empty id="empty" title={recordsText('empty')} text={recordsText('empty.text')}>
            <Button id="start" onTap={() => toHome()}>
              {recordsText('start')}
            </Button>
          </Empty>
        )}
        {loaded && items.length > 0 && !failure && (
          <View id="list-end" className="p-records__end">
            {recordsText(hasMore ? 'more' : 'end')}
          </View>
        )}
      </Apart>
    </Layout>
  )
}

function Item({ item }: { item: VerificationView }) {
  const vendorName = useVendorName()
  const note = [
    vendorName(item.vendor),
    item.maskedName ?? item.maskedContact,
    ago(item.createdAt, Date.now()),
  ].join(' · ')
  return (
    <Cell
      id={`item-${item.id}`}
      title={recordsText(`item.${item.subject}`)}
      note={note}
      onTap={() => toVerification(item.id)}
    >
      <Tag kind={tagKind(item)} text={statusText(headline(item).title)} />
    </Cell>
  )
}
