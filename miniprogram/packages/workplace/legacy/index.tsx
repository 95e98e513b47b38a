import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import type { ActionFailureError } from '../../../cloud/call'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { CellGroup } from '../../../components/cell'
import { Field } from '../../../components/field'
import { Layout } from '../../../components/layout'
import { Notice } from '../../../components/notice'
import { roomFor } from '../../../form/room'
import { commonText, failureText, useTitle } from '../../../i18n'
import { Claim } from '../../../operator/claim'
import { FailedNotice } from '../../../operator/failed-notice'
import { Loading } from '../../../operator/loading'
import { useRole } from '../../../operator/use-role'
import { Adopt } from './adopt'
import { cleaned, isInvitationId, longestId } from './invitation'
import { Results } from './results'
import { legacyText } from './texts'
import { useSearch } from './use-search'
import './index.css'

/** For operators who still hold ids of invitations from before 2022: what has become of them, and making them anew. */
export default function LegacyInvitations() {
  useTitle(legacyText('title'))
  const { role, failure, ask, claim } = useRole()
  useDidShow(() => {
    ask()
  })
  return (
    <Layout wide>
      <FailedNotice failure={failure} retry={ask} />
      {role === null && <Claim claim={claim} />}
      {role && <Lookup mayAdopt={role !== 'viewer'} />}
      {role === undefined && !failure && <Loading />}
    </Layout>
  )
}

function Lookup({ mayAdopt }: { mayAdopt: boolean }) {
  const [typed, setTyped] = useState('')
  const [malformed, setMalformed] = useState(false)
  const search = useSearch()
  const { found, busy, failure, dismiss } = search
  const id = cleaned(typed)
  const atField = failure?.kind === 'search' ? fieldError(failure.error) : null
  const elsewhere = failure?.kind === 'search' && atField === null ? failure.error : null

  const look = () => {
    setMalformed(!isInvitationId(id))
    if (isInvitationId(id)) search.search(id)
  }
  return (
    <>
      <Notice id="legacy-notice" kind="info">
        <View>{legacyText('notice')}</View>
        <View>{legacyText('notice.off')}</View>
      </Notice>
      <CellGroup>
        <Field
          id="legacy-id"
          label={legacyText('id')}
          value={typed}
          placeholder={legacyText('id.placeholder')}
          maxlength={roomFor(longestId)}
          error={malformed ? legacyText('id.malformed') : atField}
          onInput={value => {
            setTyped(value)
            setMalformed(false)
            dismiss()
          }}
        />
      </CellGroup>
      <View className="p-legacy__do">
        <Button
          id="legacy-search"
          disabled={id === '' || busy !== null}
          loading={busy === 'search'}
          onTap={look}
        >
          {legacyText(busy === 'search' ? 'search.busy' : 'search')}
        </Button>
      </View>
      <Apart>
        {elsewhere && (
          <Notice id="legacy-failed" kind="error" action={{ text: commonText('retry'), onTap: look }}>
            {elsewhere.code === 'VENDOR_OFF' ? legacyText('off') : failureText(elsewhere)}
          </Notice>
        )}
      </Apart>
      <View id="legacy-results">{found && <Results found={found} search={search} />}</View>
      <Apart>
        {mayAdopt && found && found.total > 0 && <Adopt key={found.id} invitationId={found.id} />}
      </Apart>
    </>
  )
}

/** What another id would mend. */
function fieldError({ code }: ActionFailureError): string | null {
  if (code === 'INVALID_INPUT') return legacyText('id.malformed')
  return code === 'VENDOR_REFUSED' ? legacyText('id.refused') : null
}
