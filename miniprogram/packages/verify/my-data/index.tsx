import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import type { VendorId } from '../../../cloud/types'
import { useConfig } from '../../../cloud/use-config'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Cell, CellGroup } from '../../../components/cell'
import { Confirm } from '../../../components/confirm'
import { Empty } from '../../../components/empty'
import { Layout } from '../../../components/layout'
import { Notice } from '../../../components/notice'
import { Skeleton } from '../../../components/skeleton'
import { KeptSheet } from '../../../files/kept-sheet'
import { commonText, failureText, useTitle } from '../../../i18n'
import { useVendorName } from '../../../i18n/vendors'
import { toHome } from '../../../routes'
import { Consents } from './consents'
import { Kept } from './kept'
import { myDataText } from './texts'
import { useMyData } from './use-my-data'

type Question = { kind: 'withdraw'; vendor: VendorId } | { kind: 'erase' }

/** What is kept about oneself and until when; taking a copy, taking back consents, having it erased. */
export default function MyDataPage() {
  useTitle(myDataText('title'))
  const page = useMyData()
  const { data, lost, failure, look } = page
  const [question, ask] = useState<Question | null>(null)
  useDidShow(() => {
    look()
  })
  usePullDownRefresh(async () => {
    await look()
    Taro.stopPullDownRefresh()
  })
  const empty = data !== null && data.kept.length === 0
  const { config, failure: nameless } = useConfig()
  if (!lost && (data === null || (config === null && !nameless))) {
    return (
      <Layout>
        <Skeleton id="loading" shape={['line', 'cells4', 'cells2']} />
      </Layout>
    )
  }

  return (
    <Layout>
      <Apart>
        {lost && (
          <Notice id="failed" kind="error" action={{ text: commonText('retry'), onTap: look }}>
            {failureText(lost)}
          </Notice>
        )}
        {failure && (
          <Notice id="act-failed" kind="error">
            {failureText(failure)}
          </Notice>
        )}
      </Apart>
      <Apart>
        {empty && (
          <Empty id="nothing" title={myDataText('nothing')} text={myDataText('nothing.text')}>
            <Button id="home" onTap={() => toHome()}>
              {commonText('home')}
            </Button>
          </Empty>
        )}
      </Apart>
      <Apart>{data && !empty && <Kept data={data} />}</Apart>
      <Apart>
        {data && data.consents.length > 0 && (
          <Consents consents={data.consents} onWithdraw={vendor => ask({ kind: 'withdraw', vendor })} />
        )}
      </Apart>
      <Apart>
        {data && !empty && (
          <CellGroup id="acts">
            <Cell
              id="copy"
              title={myDataText('copy')}
              note={myDataText('copy.note')}
              onTap={() => {
                page.takeCopy()
              }}
            />
          </CellGroup>
        )}
        {data && !empty && (
          <Button
            id="erase"
            kind="danger"
            loading={page.busy === 'erase'}
            onTap={() => ask({ kind: 'erase' })}
          >
            {myDataText('erase')}
          </Button>
        )}
      </Apart>
      <Apart>
        {question?.kind === 'withdraw' && (
          <Withdraw vendor={question.vendor} onYes={page.withdraw} onClose={() => ask(null)} />
        )}
        {question?.kind === 'erase' && (
          <Confirm
            id="erase"
            title={myDataText('erase.title')}
            texts={[myDataText('erase.text'), myDataText('erase.stays')]}
            yes={myDataText('erase.yes')}
            no={myDataText('erase.no')}
            kind="danger"
            onYes={page.erase}
            onClose={() => ask(null)}
          />
        )}
      </Apart>
      <Apart>{page.copy && <KeptSheet kept={page.copy} onClose={page.closeCopy} />}</Apart>
    </Layout>
  )
}

interface WithdrawProps {
  vendor: VendorId
  onYes: (vendor: VendorId) => void
  onClose: () => void
}

/** Before a consent is taken back: what ends with it, and what the vendor has already. */
function Withdraw({ vendor: id, onYes, onClose }: WithdrawProps) {
  const vendor = useVendorName()(id)
  return (
    <Confirm
      id="withdraw"
      title={myDataText('withdraw.title', { vendor })}
      texts={[myDataText('withdraw.open', { vendor }), myDataText('withdraw.vendor', { vendor })]}
      yes={myDataText('withdraw.yes')}
      no={myDataText('withdraw.no')}
      kind="danger"
      onYes={() => onYes(id)}
      onClose={onClose}
    />
  )
}
