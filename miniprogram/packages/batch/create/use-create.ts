import { callAction } from '../../../cloud/call'
import type { ActionResults } from '../../../cloud/types'
import { createIntents, randomKey } from '../../../form/intent'
import { type Importing, type ImportObstacle, sendSheet, useImport } from '../../../operator/use-import'
import { becomeBatch } from '../../../routes'
import { type BatchDraft, batchDraft, type FormField, fieldOfFailure, toContent, wrongField } from './draft'

export type Obstacle = ImportObstacle<FormField>

const intents = createIntents(randomKey)

/** A batch of what is in the form. */
export function useCreate(
  draft: BatchDraft,
  title: string,
): Importing<FormField, ActionResults['batch.create']> {
  return useImport({
    intents,
    wrongField: () => wrongField(draft, title),
    fieldOfFailure,
    make: async reading => ({
      made: await sendSheet(
        draft,
        reading,
        intents,
        fileId => toContent(draft, title, fileId),
        input => callAction('batch.create', input),
      ),
    }),
    enter: ({ batch }) => {
      batchDraft.clear()
      return becomeBatch(batch.id)
    },
  })
}
