import { View } from '@tarojs/components'
import { useState } from 'react'
import { callAction } from '../../../cloud/call'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { CellGroup } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { Layout } from '../../../components/layout'
import { Notice } from '../../../components/notice'
import { KeptSheet } from '../../../files/kept-sheet'
import { commonText, failureText, language, useTitle } from '../../../i18n'
import { ClaimPage } from '../../../operator/claim-page'
import { FailedNotice } from '../../../operator/failed-notice'
import { ListEnd } from '../../../operator/list-end'
import { LoadingPage } from '../../../operator/loading-page'
import { useOperatorList } from '../../../operator/use-operator-page'
import { LargeExport } from '../shared/large-export'
import { workplaceText } from '../shared/texts'
import { useExport } from '../shared/use-export'
import { useLargeExport } from '../shared/use-large-export'
import { Line } from './line'
import { everything, filtersOf, narrows } from './query'
import { verificationListText } from './texts'
import { Tools } from './tools'
import { useVerifications } from './use-verifications'
import './index.css'

/** Everybody's verifications, newest first, for operators. */
export default function Verifications() {
  useTitle(verificationListText('title'))
  const verifications = useVerifications()
  const { query, search, items, loaded } = verifications
  const large = useLargeExport('verifications')
  const exporting = useExport(
    format =>
      callAction('workplace.exportVerifications', { ...filtersOf(query), format, language: language() }),
    format => large.begin({ of: 'verifications', ...filtersOf(query), format, language: language() }),
  )
  // The tools are made anew when all is shown again, so that nothing typed is left in them.
  const [resets, setResets] = useState(0)

  const page = useOperatorList({
    refresh: async () => {
      await Promise.all([verifications.refresh(), large.look()])
    },
    more: verifications.more,
  })
  const { role, ready, failure, look } = page
  if (role === null) return <ClaimPage page={page} />
  if (!ready) return <LoadingPage />

  const trouble = failure ?? verifications.failure
  return (
    <Layout wide>
      {role && (
        <Tools
          key={resets}
          query={query}
          onSearch={search}
          exporting={exporting.busy}
          onExport={exporting.start}
        />
      )}
      <FailedNotice failure={trouble} retry={look} />
      <Apart>
        {exporting.failure && (
          <Notice
            id="export-failed"
            kind="error"
            action={{ text: commonText('retry'), onTap: exporting.start }}
          >
            {`${workplaceText('export.failed')}：${failureText(exporting.failure)}`}
          </Notice>
        )}
      </Apart>
      <LargeExport exporting={large} />
      <View id="list">
        {items.length > 0 && (
          <CellGroup>
            {items.map(item => (
              <Line key={item.id} item={item} />
            ))}
          </CellGroup>
        )}
      </View>
      <Apart>
        {loaded && items.length === 0 && !narrows(query) && (
          <Empty id="empty" title={verificationListText('empty')} text={verificationListText('empty.text')} />
        )}
        {loaded && items.length === 0 && narrows(query) && (
          <Empty id="none" title={verificationListText('none')} text={verificationListText('none.text')}>
            <Button
              id="case-reset"
              kind="plain"
              onTap={() => {
                setResets(resets + 1)
                search(everything)
              }}
            >
              {verificationListText('none.reset')}
            </Button>
          </Empty>
        )}
        <ListEnd pages={verifications} failed={trouble !== null} />
      </Apart>
      <Apart>{exporting.kept && <KeptSheet kept={exporting.kept} onClose={exporting.close} />}</Apart>
    </Layout>
  )
}
