import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import type { RowDetail } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Empty } from '../../../components/empty'
import { Layout } from '../../../components/layout'
import { Notice } from '../../../components/notice'
import { commonText, failureText } from '../../../i18n'
import { History } from '../../../operator/history'
import { Loading } from '../../../operator/loading'
import { useRole } from '../../../operator/use-role'
import { becomeBatch, toRequests } from '../../../routes'
import { tagKinds } from '../shared/state-tag'
import { batchText } from '../shared/texts'
import { useVendor } from '../shared/use-vendor'
import { Actions } from './actions'
import { Attachments } from './attachments'
import { Failed } from './failed'
import { Fields } from './fields'
import { onlyRead } from './form'
import { StatusCard } from './status-card'
import { rowText } from './texts'
import { type RowPage, useRow } from './use-row'
import './index.css'

/** `b_` and 32 hex digits; what follows in the id of a row is its number. */
const batchIdLength = 34

/** One organization of a batch: where it stands, what is wrong with it, what can be done. Without a row: a new one. */
export default function BatchRow() {
  const { rowId = null, id = '' } = useRouter().params
  const batchId = rowId === null ? id : rowId.slice(0, batchIdLength)
  const all = useRow(batchId, rowId)
  const { role, failure: roleFailure, ask } = useRole()
  // Not before it is known what this person may do; who nobody answered about may try: the server decides anew.
  const there = role !== undefined || roleFailure !== null
  const mayAct = role === undefined || role === 'operator' || role === 'owner'
  const row = there && all.row ? (mayAct ? all.row : onlyRead(all.row)) : null
  const page = { ...all, row }
  const { lost } = page
  const isNew = rowId === null && row === null

  useEffect(() => {
    Taro.setNavigationBarTitle({ title: rowText(isNew ? 'title.new' : 'title') })
    // What was added, and an empty form after it, are both seen from the top.
    if (rowId === null) Taro.pageScrollTo({ scrollTop: 0 }).catch(() => undefined)
  }, [isNew, rowId])
  useEffect(() => {
    ask()
  }, [ask])
  usePullDownRefresh(async () => {
    await page.load()
    Taro.stopPullDownRefresh()
  })
  const back = () => Taro.navigateBack().catch(() => becomeBatch(batchId))

  if (row === null && (lost?.code === 'NOT_FOUND' || lost?.code === 'INVALID_INPUT')) {
    return (
      <Layout wide>
        <Empty id="missing" title={rowText('missing.title')} text={rowText('missing.text')}>
          <Button id="back" onTap={back}>
            {rowText('back')}
          </Button>
        </Empty>
      </Layout>
    )
  }
  const edit = row ? row.can.edit && row.fields !== null : isNew
  return (
    <Layout wide>
      <Notices page={page} />
      <Apart>
        {row && <StatusCard row={row} />}
        {!row && !isNew && !lost && <Loading />}
      </Apart>
      {row && !edit && <Actions page={page} row={row} />}
      {(isNew || row?.fields) && <Fields page={page} edit={edit} />}
      {row && <Attachments page={page} row={row} />}
      <Apart>{edit && <Save page={page} isNew={isNew} back={back} />}</Apart>
      {row && edit && <Actions page={page} row={row} />}
      <Apart>{row && row.history.length > 0 && <History events={row.history.map(eventOf)} />}</Apart>
      <Apart>
        {row?.fields && role === 'owner' && (
          <Button id="row-request" kind="text" onTap={() => toRequests(row.id)}>
            {rowText('request')}
          </Button>
        )}
      </Apart>
    </Layout>
  )
}

function eventOf({ state, at }: RowDetail['history'][number]) {
  return { at, text: batchText(`state.${state}`), bad: tagKinds[state] === 'bad' }
}

function Notices({ page }: { page: RowPage }) {
  const { row, lost, added, notCleared } = page
  const vendor = useVendor()
  return (
    <Apart>
      {lost && (
        <Notice id="row-lost" kind="error" action={{ text: commonText('retry'), onTap: page.load }}>
          {failureText(lost)}
        </Notice>
      )}
      {added && row && (
        <Notice id="added" kind="info" action={{ text: rowText('added.more'), onTap: page.addMore }}>
          {row.issues > 0
            ? rowText('added.faulty', { number: row.number, n: row.issues })
            : rowText('added', { number: row.number })}
        </Notice>
      )}
      {notCleared !== null && (
        <Notice id="not-cleared" kind="warn">
          {rowText('repair.notCleared', { vendor, text: notCleared })}
        </Notice>
      )}
      {row && row.fields === null && (
        <Notice id="redacted" kind="info">
          {rowText('redacted')}
        </Notice>
      )}
    </Apart>
  )
}

function Save({ page, isNew, back }: { page: RowPage; isNew: boolean; back: () => void }) {
  const { busy, dirty, added } = page
  const vendor = useVendor()
  return (
    <View className="p-row__save">
      <Failed page={page} acts={['save']} />
      {(dirty || !added) && (
        <Button
          id="row-save"
          loading={busy === 'save'}
          disabled={!dirty || (busy !== null && busy !== 'save')}
          onTap={page.save}
        >
          {rowText(busy === 'save' ? 'save.busy' : isNew ? 'save.add' : 'save')}
        </Button>
      )}
      {added && !dirty && (
        <>
          <Button id="add-more" onTap={page.addMore}>
            {rowText('added.more')}
          </Button>
          <Button id="back" kind="plain" onTap={back}>
            {rowText('back')}
          </Button>
        </>
      )}
      <View className="p-row__hint">{rowText('save.hint', { vendor })}</View>
    </View>
  )
}
