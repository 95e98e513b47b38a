import { useState } from 'react'
import { type ActionFailureError, callAction } from '../../../cloud/call'
import { useSubmit } from '../../../cloud/submit'
import type { ActionResults } from '../../../cloud/types'
import { forgetSheet, uploadSheet } from '../../../files/sheet-uploads'
import { createIntents, type Intents, randomKey } from '../../../form/intent'
import { authorizePrivacy } from '../../../form/privacy'
import { asked, type Reading } from '../../../operator/left-out'
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
  /** Made, but something of the file was left out; the user should know before going on. */
  created: { answer: Created; reading: Reading } | null
  submit: () => void
  /** Imports once more, reading what was left out. */
  take: (reading: Reading) => void
  /** To what was made, whatever was left out. */
  go: () => void
  dismiss: () => void
}

/** Of each content one invitation, or one campaign, however often it is tried. */
const intentsOfOne = createIntents(randomKey)
const intentsOfMany = createIntents(randomKey)

export function useInvite(draft: InviteDraft, many: boolean): Invite {
  const [created, setCreated] = useState<{ answer: Created; reading: Reading } | null>(null)

  const intents = many ? intentsOfMany : intentsOfOne
  const { busy, obstacle, submit, dismiss } = useSubmit<Obstacle>(failure => obstacleOf(failure, intents))

  const go = async (answer: Created) => {
    manyDraft.clear()
    await becomeCampaign(answer.campaign.id)
  }
  const importAll = async (reading: Reading): Promise<Obstacle | null> => {
    const fileId = draft.source === 'file' && draft.file ? await uploadSheet(draft.file) : null
    const content = { ...toImport(draft, fileId), ...asked(reading) }
    const { clientKey } = intentsOfMany.of(content)
    const answer = await callAction('invitation.import', { clientKey, ...content })
    intentsOfMany.forget()
    forgetSheet()
    if (answer.outcome === 'faulty') return { kind: 'faulty', found: answer }
    if (answer.unknownHeadings.length + answer.leftOut.length > 0) setCreated({ answer, reading })
    else await go(answer)
    return null
  }
  const begin = async (reading: Reading): Promise<Obstacle | null> => {
    const place = wrongPlace(draft, many)
    if (place) return { kind: 'place', place }
    if (!(await authorizePrivacy())) return { kind: 'privacy' }
    if (many) return importAll(reading)
    await createOne(draft)
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

async function createOne(draft: InviteDraft): Promise<void> {
  const content = toCreate(draft)
  const { clientKey } = intentsOfOne.of(content)
  const { invitation } = await callAction('invitation.create', { clientKey, ...content })
  intentsOfOne.forget()
  oneDraft.clear()
  await becomeInvitation(invitation.id)
}

function obstacleOf(failure: ActionFailureError, intents: Intents): Obstacle {
  // Only where it may not have been read can the same upload, with the same key, be tried again.
  if (failure.code !== 'NETWORK' && failure.code !== 'BUSY') forgetSheet()
  if (failure.code === 'KEY_CONFLICT') intents.forget()
  const place = placeOfFailure(failure)
  return place ? { kind: 'place', place, failure } : { kind: 'failure', failure }
}
