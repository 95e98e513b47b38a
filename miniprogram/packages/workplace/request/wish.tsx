import { useState } from 'react'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Cell, CellGroup } from '../../../components/cell'
import { Choice } from '../../../components/choice'
import { Confirm } from '../../../components/confirm'
import { Field } from '../../../components/field'
import { roomFor } from '../../../form/room'
import { type Deed, deeds, type Ground, grounds, referenceOf, type Subject } from './request'
import { noteOf, requestText } from './texts'
import type { RequestPage } from './use-request'

/** Signs of the longest number of a file. */
const longest = 40

interface WishProps {
  page: RequestPage
  subject: Subject
  onOther: () => void
}

/** What somebody asks for and on what grounds; asked once more before it is done. */
export function Wishes({ page, subject, onOther }: WishProps) {
  const [deed, setDeed] = useState<Deed>('copy')
  const [ground, setGround] = useState<Ground>('person')
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const [asking, setAsking] = useState(false)
  const reference = referenceOf(typed)
  const name = subject.name || requestText('unnamed')
  const go = () => {
    setWrong(reference === null)
    setAsking(reference !== null)
  }
  return (
    <>
      <CellGroup id="chosen" title={requestText('who')}>
        <Cell title={name} note={noteOf(subject)} value={subject.contact} />
        <Cell id="request-other" title={requestText('other')} onTap={onOther} />
      </CellGroup>
      <CellGroup id="what" title={requestText('what')}>
        <Choice
          id="request-deed"
          options={deeds.map(value => ({
            value,
            title: requestText(`what.${value}`),
            note: requestText(`what.${value}.note`),
          }))}
          value={deed}
          onChoose={setDeed}
        />
      </CellGroup>
      <CellGroup id="paper" title={requestText('paper')}>
        <Choice
          id="request-ground"
          options={grounds.map(value => ({ value, title: requestText(`ground.${value}`) }))}
          value={ground}
          onChoose={setGround}
        />
        <Field
          id="request-reference"
          label={requestText('reference')}
          value={typed}
          placeholder={requestText('reference.placeholder')}
          maxlength={roomFor(longest)}
          error={wrong ? requestText('reference.wrong') : null}
          onInput={value => {
            setTyped(value)
            setWrong(false)
          }}
        />
      </CellGroup>
      <Button
        id="request-go"
        kind={deed === 'erase' ? 'danger' : 'primary'}
        loading={page.busy === 'act'}
        disabled={page.busy !== null}
        onTap={go}
      >
        {requestText('go')}
      </Button>
      <Apart>
        {asking && reference !== null && (
          <Confirm
            id="request"
            title={requestText('confirm.title', { what: requestText(`what.${deed}`), name })}
            texts={[requestText(`confirm.${deed}`), requestText('confirm.record', { reference })]}
            yes={requestText('yes')}
            no={requestText('no')}
            kind={deed === 'copy' ? 'primary' : 'danger'}
            onYes={() => page.act({ subject, deed, ground, reference })}
            onClose={() => setAsking(false)}
          />
        )}
      </Apart>
    </>
  )
}
