import { useRef, useState } from 'react'
import { type ActionFailureError, callAction, toFailure } from '../../../cloud/call'
import type { ActionResults } from '../../../cloud/types'
import { forgetSheet, uploadSheet } from '../../../files/sheet-uploads'
import { createIntents, type Intents, randomKey } from '../../../form/intent'
import { authorizePrivacy } from '../../../form/privacy'
import { becomeCampaign, becomeInvitation } from '../../../routes'
import { type Place, placeOfFailure, wrongPlace } from './check'
import { toCreate, toImport } from './content'
import { type InviteDraft, manyDraft, oneDraft } from './draft'

type Imported = ActionResults['invitation.import']
export type Faulty = Extract<Imported, { outcome: 'faulty' }>
export type Created = Exclude<Imported, Faulty>

/** What stands in the way; `failure` is absent when we found it ourselves. */
export type Obstacle =
  | { kind: 'place'; place: Place; failure?: ActionFailureError }
  | { kind: 'failure'; failure: ActionFailureError }
  | { kind: 'faulty'; found: Faulty }
  | { kind: 'privacy' }

export interface Invite {
  busy: boolean
  obstacle: Obstacle | null
  /** Made, but columns of the file were left out; the user should know before going on. */
  created: Created | null
  submit: () => void
  dismiss: () => void
}

/** Of each content one invitation, or one campaign, however often it is tried. */
const intentsOfOne = createIntents(randomKey)
const intentsOfMany = createIntents(randomKey)

export function useInvite(draft: InviteDraft, many: boolean): Invite {
  const [busy, setBusy] = useState(false)
  const [obstacle, setObstacle] = useState<Obstacle | null>(null)
  const [created, setCreated] = useState<Created | null>(null)
  // A ref, because two taps can arrive before the state has changed.
  const running = useRef(false)

  const importAll = async (): Promise<Obstacle | null> => {
    const fileId = draft.source === 'file' && draft.file ? await uploadSheet(draft.file) : null
    const content = toImport(draft, fileId)
    const { clientKey } = intentsOfMany.of(content)
    const answer = await callAction('invitation.import', { clientKey, ...content })
    intentsOfMany.forget()
    forgetSheet()
    if (answer.outcome === 'faulty') return { kind: 'faulty', found: answer }
    manyDraft.clear()
    if (answer.unknownHeadings.length > 0) setCreated(answer)
    else await becomeCampaign(answer.campaign.id)
    return null
  }
  const begin = async (): Promise<Obstacle | null> => {
    const place = wrongPlace(draft, many)
    if (place) return { kind: 'place', place }
    if (!(await authorizePrivacy())) return { kind: 'privacy' }
    if (many) return importAll()
    await createOne(draft)
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
      const found = await begin().catch(error => obstacleOf(error, many ? intentsOfMany : intentsOfOne))
      running.current = false
      setBusy(false)
      setObstacle(found)
    },
  }
}

async function createOne(draft: InviteDraft): Promise<void> {
  const content = toCreate(draft)
  const { clientKey } = intentsOfOne.of(content)
  const { invitation } = await callAction('invitation.create', { clientKey, ...content })
  intentsOfOne.forget()
  oneDraft.clear()
  await becomeInvitation(invitation.id)
}

function obstacleOf(error: unknown, intents: Intents): Obstacle {
  const failure = toFailure(error)
  // Only where it may not have been read can the same upload, with the same key, be tried again.
  if (failure.code !== 'NETWORK' && failure.code !== 'BUSY') forgetSheet()
  if (failure.code === 'KEY_CONFLICT') intents.forget()
  const place = placeOfFailure(failure)
  return place ? { kind: 'place', place, failure } : { kind: 'failure', failure }
}
