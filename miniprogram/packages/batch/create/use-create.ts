import { callAction } from '../../../cloud/call'
import type { ActionResults } from '../../../cloud/types'
import { createIntents, randomKey } from '../../../form/intent'
import { type Importing, type ImportObstacle, sendSheet, useImport } from '../../../operator/use-import'
import { becomeBatch } from '../../../routes'
import { type BatchDraft, batchDraft, type FormField, fieldOfFailure, toContent, wrongField } from './draft'

export type Obstacle = ImportObstacle<FormField>
type Created = Exclude<ActionResults['batch.create'], { outcome: 'asked' }>

const intents = createIntents(randomKey)

/** A batch of what is in the form. */
export function useCreate(draft: BatchDraft, title: string): Importing<FormField, Created> {
  return useImport<FormField, Created>({
    intents,
    wrongField: () => wrongField(draft, title),
    fieldOfFailure,
    make: async reading => {
      const answer = await sendSheet(
        draft,
        reading,
        intents,
        fileId => toContent(draft, title, fileId),
        input => callAction('batch.create', input),
      )
      return answer.outcome === 'asked' ? { asked: answer } : { made: answer }
    },
    enter: ({ batch }) => {
      batchDraft.clear()
      return becomeBatch(batch.id)
    },
  })
}
