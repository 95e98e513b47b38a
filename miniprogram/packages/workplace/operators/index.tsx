import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { CellGroup } from '../../../components/cell'
import { Confirm } from '../../../components/confirm'
import { Empty } from '../../../components/empty'
import { Layout } from '../../../components/layout'
import { failureText, useTitle } from '../../../i18n'
import { FailedNotice } from '../../../operator/failed-notice'
import { Loading } from '../../../operator/loading'
import { backToWorkplace } from '../../../routes'
import { Invite } from './invite'
import { Locks } from './locks'
import { OpenInvitation } from './open-invitation'
import { Person } from './person'
import { RefusedNotices } from './refused-notices'
import { operatorsText } from './texts'
import { type OperatorsPage, useOperators } from './use-operators'
import { byEnd, type Listing, nameOf } from './words'
import './index.css'

/** For owners: who may see and run what is in the workplace, inviting others and removing them. */
export default function Operators() {
  useTitle(operatorsText('title'))
  const page = useOperators()
  const { listing, lost, load } = page
  useDidShow(() => {
    load()
  })
  usePullDownRefresh(async () => {
    await load()
    Taro.stopPullDownRefresh()
  })

  if (lost?.code === 'FORBIDDEN') {
    return (
      <Layout wide>
        <Empty id="forbidden" title={operatorsText('forbidden.title')} text={failureText(lost)}>
          <Button id="back" onTap={backToWorkplace}>
            {operatorsText('back')}
          </Button>
        </Empty>
      </Layout>
    )
  }
  return (
    <Layout wide>
      <FailedNotice failure={lost} retry={load} />
      <Apart>{!listing && !lost && <Loading />}</Apart>
      {listing && <Manage page={page} listing={listing} />}
    </Layout>
  )
}

function Manage({
  page,
  listing: { operators, open, locks, refusedNotices },
}: {
  page: OperatorsPage
  listing: Listing
}) {
  const [question, ask] = useState<Question | null>(null)
  return (
    <>
      <Locks locks={locks} />
      <RefusedNotices refused={refusedNotices} />
      <Invite page={page} />
      {open.length > 0 && (
        <CellGroup id="invitations" title={operatorsText('open')} note={operatorsText('open.note')}>
          {byEnd(open).map((invitation, index) => (
            <OpenInvitation
              key={invitation.id}
              number={index + 1}
              invitation={invitation}
              page={page}
              onWithdraw={() =>
                ask({ kind: 'withdraw', name: invitation.label, act: () => page.withdraw(invitation) })
              }
            />
          ))}
        </CellGroup>
      )}
      <CellGroup id="operators" title={operatorsText('title')}>
        {operators.map((operator, index) => (
          <Person
            key={operator.id}
            number={index + 1}
            operator={operator}
            page={page}
            onRemove={() =>
              ask({
                kind: operator.self ? 'leave' : 'remove',
                name: nameOf(operator),
                act: () => page.remove(operator),
              })
            }
          />
        ))}
      </CellGroup>
      <Apart>{question && <Ask question={question} onClose={() => ask(null)} />}</Apart>
    </>
  )
}

interface Question {
  kind: 'remove' | 'leave' | 'withdraw'
  /** Whom it is about. */
  name: string
  act: () => void
}

/** Before something is taken from somebody: whom it is about and what it means. */
function Ask({ question: { kind, name, act }, onClose }: { question: Question; onClose: () => void }) {
  return (
    <Confirm
      id={`operator-${kind}`}
      title={operatorsText(`${kind}.title`, { name })}
      texts={[operatorsText(`${kind}.text`), operatorsText(`${kind}.again`)]}
      yes={operatorsText(`${kind}.yes`)}
      no={operatorsText(`${kind}.no`)}
      kind="danger"
      onYes={act}
      onClose={onClose}
    />
  )
}
