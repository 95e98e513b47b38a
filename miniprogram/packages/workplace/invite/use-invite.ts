import { callAction } from '../../../cloud/call'
import type { ActionResults } from '../../../cloud/types'
import { createIntents, randomKey } from '../../../form/intent'
import type { Reading } from '../../../operator/left-out'
import {
  type ImportForm,
  type Importing,
  type ImportObstacle,
  sendSheet,
  useImport,
} from '../../../operator/use-import'
import { becomeCampaign, becomeInvitation } from '../../../routes'
import { type FormField, fieldOfFailure, wrongField } from './check'
import { toCreate, toImport } from './content'
import { type InviteDraft, manyDraft, oneDraft } from './draft'

type Answer = ActionResults['invitation.import']
export type Faulty = Extract<Answer, { outcome: 'faulty' }>
export type Created = Exclude<Answer, Faulty | { outcome: 'asked' }>
interface Faults {
  kind: 'faulty'
  found: Faulty
  /** What was read. */
  reading: Reading
}
export type Obstacle = ImportObstacle<FormField, Faults>

const intentsOfOne = createIntents(randomKey)
const intentsOfMany = createIntents(randomKey)

/** One invitation, or a campaign of one for each line of a spreadsheet. */
export function useInvite(draft: InviteDraft, many: boolean): Importing<FormField, Created, Faults> {
  const form = { wrongField: () => wrongField(draft, many), fieldOfFailure, enter }
  return useImport<FormField, Created, Faults>(
    many
      ? { ...form, intents: intentsOfMany, make: reading => importAll(draft, reading) }
      : { ...form, intents: intentsOfOne, make: () => createOne(draft) },
  )
}

type Make = ImportForm<FormField, Created, Faults>['make']

async function importAll(draft: InviteDraft, reading: Parameters<Make>[0]): ReturnType<Make> {
  const answer = await sendSheet(
    draft,
    reading,
    intentsOfMany,
    fileId => toImport(draft, fileId),
    input => callAction('invitation.import', input),
  )
  switch (answer.outcome) {
    case 'asked':
      return { asked: answer }
    case 'faulty':
      return { obstacle: { kind: 'faulty', found: answer, reading } }
    default:
      return { made: answer }
  }
}

function enter({ campaign }: Created): Promise<unknown> {
  manyDraft.clear()
  return becomeCampaign(campaign.id)
}

async function createOne(draft: InviteDraft): Promise<null> {
  const content = toCreate(draft)
  const { clientKey } = intentsOfOne.of(content)
  const { invitation } = await callAction('invitation.create', { clientKey, ...content })
  intentsOfOne.forget()
  oneDraft.clear()
  await becomeInvitation(invitation.id)
  return null
}
