import { useRef, useState } from 'react'
import { type ActionFailureError, callAction, toFailure } from '../../../cloud/call'
import type { ActionResults } from '../../../cloud/types'
import { forgetSheet, uploadSheet } from '../../../files/sheet-uploads'
import { createIntents, randomKey } from '../../../form/intent'
import { authorizePrivacy } from '../../../form/privacy'
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
  /** Made, but columns of the file were left out; the user should know before going on. */
  created: Created | null
  submit: () => void
  dismiss: () => void
}

/** Of each content one batch, however often it is tried. */
const intents = createIntents(randomKey)

export function useCreate(draft: BatchDraft, title: string): Create {
  const [busy, setBusy] = useState(false)
  const [obstacle, setObstacle] = useState<Obstacle | null>(null)
  const [created, setCreated] = useState<Created | null>(null)
  // A ref, because two taps can arrive before the state has changed.
  const running = useRef(false)

  const begin = async (): Promise<Obstacle | null> => {
    const place = wrongPlace(draft, title)
    if (place) return { kind: 'place', place }
    if (!(await authorizePrivacy())) return { kind: 'privacy' }
    const fileId = draft.source === 'file' && draft.file ? await uploadSheet(draft.file) : null
    const content = toContent(draft, title, fileId)
    const { clientKey } = intents.of(content)
    const answer = await callAction('batch.create', { clientKey, ...content })
    intents.forget()
    forgetSheet()
    batchDraft.clear()
    if (answer.unknownHeadings.length > 0) setCreated(answer)
    else await becomeBatch(answer.batch.id)
    return null
  }

  return {
    busy,
    obstacle,
    created,
    dismiss: () => setObstacle(null),
    async submit() {
      if (running.current) return
      running.current = true
      setBusy(true)
      setObstacle(null)
      const found = await begin().catch(obstacleOf)
      running.current = false
      setBusy(false)
      setObstacle(found)
    },
  }
}

function obstacleOf(error: unknown): Obstacle {
  const failure = toFailure(error)
  // Only where it may not have been read can the same upload, with the same key, be tried again.
  if (failure.code !== 'NETWORK' && failure.code !== 'BUSY') forgetSheet()
  if (failure.code === 'KEY_CONFLICT') intents.forget()
  const place = placeOfFailure(failure)
  return place ? { kind: 'place', place, failure } : { kind: 'failure', failure }
}
