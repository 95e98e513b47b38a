import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Empty } from '../../../components/empty'
import { Layout } from '../../../components/layout'
import { Notice } from '../../../components/notice'
import { KeptSheet } from '../../../files/kept-sheet'
import { commonText, failureText, useTitle } from '../../../i18n'
import { ClaimPage } from '../../../operator/claim-page'
import { FailedNotice } from '../../../operator/failed-notice'
import { Loading } from '../../../operator/loading'
import { useOperatorPage } from '../../../operator/use-operator-page'
import { backToWorkplace } from '../../../routes'
import { Find } from './find'
import type { Subject } from './request'
import { requestText } from './texts'
import { useRequest } from './use-request'
import { Wishes } from './wish'
import './index.css'

const nothing = async () => {}

/** For owners: what somebody asks for in writing, done for him and on record. */
export default function Requests() {
  useTitle(requestText('title'))
  const operator = useOperatorPage(nothing)
  const { role, failure, look } = operator
  if (role === null) return <ClaimPage page={operator} />
  if (role && role !== 'owner') {
    return (
      <Layout>
        <Empty id="forbidden" title={requestText('forbidden.title')} text={requestText('forbidden.text')}>
          <Button id="back" onTap={() => backToWorkplace()}>
            {requestText('back')}
          </Button>
        </Empty>
      </Layout>
    )
  }
  return (
    <Layout>
      <FailedNotice failure={failure} retry={look} />
      <Apart>{role === undefined && !failure && <Loading />}</Apart>
      {role && <Shown />}
    </Layout>
  )
}

function Shown() {
  const page = useRequest(useRouter().params.row)
  const [chosen, choose] = useState<Subject | null>(null)
  const { found, done, openCopy, failure, findRow } = page
  // Nobody once something was done, or others are looked for.
  const subject = found?.find(each => each === chosen) ?? null
  return (
    <>
      <View className="p-request__lead">{requestText('lead')}</View>
      <Apart>
        {done !== null && (
          <Notice
            id="request-done"
            kind="info"
            {...(openCopy && { action: { text: requestText('copy.again'), onTap: openCopy } })}
          >
            {done}
          </Notice>
        )}
        {failure && (
          <Notice
            id="request-failed"
            kind="error"
            {...(findRow && { action: { text: commonText('retry'), onTap: findRow } })}
          >
            {failureText(failure.error)}
          </Notice>
        )}
      </Apart>
      {subject ? (
        <Wishes page={page} subject={subject} onOther={() => choose(null)} />
      ) : (
        <Find page={page} onChoose={choose} />
      )}
      <Apart>{page.copy && <KeptSheet kept={page.copy} onClose={page.closeCopy} />}</Apart>
    </>
  )
}
