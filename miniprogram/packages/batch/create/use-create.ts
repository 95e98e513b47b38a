import { useState } from 'react'
import { type ActionFailureError, callAction } from '../../../cloud/call'
import { useSubmit } from '../../../cloud/submit'
import type { ActionResults } from '../../../cloud/types'
import { forgetSheet, uploadSheet } from '../../../files/sheet-uploads'
import { createIntents, randomKey } from '../../../form/intent'
import { authorizePrivacy } from '../../../form/privacy'
import { asked, type Reading } from '../../../operator/left-out'
import { becomeBatch } from '../../../routes'
import { type BatchDraft, batchDraft, type Place, placeOfFailure, toContent, wrongPlace } from './draft'

/** What stands in the way; `failure` is absent when we found it ourselves. */
export type Obstacle =
  | { kind: 'place'; place: Place; failure?: ActionFailureError }
  | { kind: 'failure'; failure: ActionFailureError }
  | { kind: 'privacy' }

type Created = ActionResults['batch.create']

interface Create {
  busy: boolean
  obstacle: Obstacle | null
  /** Made, but something of the file was left out; the user should know before going on. */
  created: { answer: Created; reading: Reading } | null
  submit: () => void
  /** Imports once more, reading what was left out. */
  take: (reading: Reading) => void
  /** To what was made, whatever was left out. */
  go: () => void
  dismiss: () => void
}

/** Of each content one batch, however often it is tried. */
const intents = createIntents(randomKey)

export function useCreate(draft: BatchDraft, title: string): Create {
  const [created, setCreated] = useState<{ answer: Created; reading: Reading } | null>(null)

  const { busy, obstacle, submit, dismiss } = useSubmit<Obstacle>(obstacleOf)

  const go = async (answer: Created) => {
    batchDraft.clear()
    await becomeBatch(answer.batch.id)
  }
  const begin = async (reading: Reading): Promise<Obstacle | null> => {
    const place = wrongPlace(draft, title)
    if (place) return { kind: 'place', place }
    if (!(await authorizePrivacy())) return { kind: 'privacy' }
    const fileId = draft.source === 'file' && draft.file ? await uploadSheet(draft.file) : null
    const content = { ...toContent(draft, title, fileId), ...asked(reading) }
    const { clientKey } = intents.of(content)
    const answer = await callAction('batch.create', { clientKey, ...content })
    intents.forget()
    forgetSheet()
    if (answer.unknownHeadings.length + answer.leftOut.length > 0) setCreated({ answer, reading })
    else await go(answer)
    return null
  }

  return {
    busy,
    obstacle,
    created,
    dismiss,
    submit: () => submit(() => begin({})),
    take: reading => {
      setCreated(null)
      submit(() => begin(reading))
    },
    go: () => {
      if (created) go(created.answer)
    },
  }
}

function obstacleOf(failure: ActionFailureError): Obstacle {
  // Only where it may not have been read can the same upload, with the same key, be tried again.
  if (failure.code !== 'NETWORK' && failure.code !== 'BUSY') forgetSheet()
  if (failure.code === 'KEY_CONFLICT') intents.forget()
  const place = placeOfFailure(failure)
  return place ? { kind: 'place', place, failure } : { kind: 'failure', failure }
}
