import { callAction } from '../../../cloud/call'
import type { ActionResults } from '../../../cloud/types'
import { createIntents, randomKey } from '../../../form/intent'
import { type Importing, type ImportObstacle, sendSheet, useImport } from '../../../operator/use-import'
import { becomeBatch } from '../../../routes'
import { type BatchDraft, batchDraft, type Place, placeOfFailure, toContent, wrongPlace } from './draft'

export type Obstacle = ImportObstacle<Place>

const intents = createIntents(randomKey)

/** A batch of what is in the form. */
export function useCreate(draft: BatchDraft, title: string): Importing<Place, ActionResults['batch.create']> {
  return useImport({
    intents,
    wrongPlace: () => wrongPlace(draft, title),
    placeOfFailure,
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
