import { useState } from 'react'
import type { ActionFailureError } from '../cloud/call'
import { type Submit, useSubmit } from '../cloud/submit'
import { forgetSheet, isLong, uploadSheet, uploadText } from '../files/sheet-uploads'
import type { Intents } from '../form/intent'
import { authorizePrivacy, type PrivacyObstacle } from '../form/privacy'
import { type Asked, asked, type LeftOut, type Reading } from './left-out'
import type { SheetDraft } from './sheet-source'

/** What stands in the way, besides what only one of the forms knows (`O`); `failure` is absent when we found it ourselves. */
export type ImportObstacle<P, O = never> =
  | { kind: 'field'; field: P; failure?: ActionFailureError }
  | { kind: 'failure'; failure: ActionFailureError }
  | PrivacyObstacle
  | O

interface Imported {
  leftOut: readonly LeftOut[]
  /** Headings of columns nobody knows. */
  unknownHeadings: readonly string[]
}

/** A form that makes something at the server, once for each content, however often it is tried. */
export interface ImportForm<P, A extends Imported, O = never> {
  intents: Intents
  /** The first field that cannot be sent as it is; null when all can. */
  wrongField: () => P | null
  /** Where an error of the server is shown; null when it belongs to the whole form. */
  fieldOfFailure: (failure: ActionFailureError) => P | null
  /** Has it made; null when nothing has to be said before going on. */
  make: (reading: Reading) => Promise<{ made: A } | { asked: Asked } | { obstacle: O } | null>
  /** To what was made. */
  enter: (made: A) => Promise<unknown>
}

export interface Importing<P, A, O = never> {
  busy: boolean
  obstacle: ImportObstacle<P, O> | null
  /** Nothing is made yet: something of the file is left out that can be had. */
  question: { answer: Asked; reading: Reading } | null
  /** Made, but something of the file was left out; the user should know before going on. */
  created: A | null
  submit: () => void
  /** Imports what is asked for. */
  take: (reading: Reading) => void
  /** Nothing is imported after all. */
  leave: () => void
  /** To what was made, whatever was left out. */
  go: () => void
  dismiss: () => void
}

/** The end of a form that imports: looks it over, sends it once, and says what of the file was left out. */
export function useImport<P, A extends Imported, O = never>(form: ImportForm<P, A, O>): Importing<P, A, O> {
  const [question, setQuestion] = useState<Importing<P, A, O>['question']>(null)
  const [created, setCreated] = useState<A | null>(null)
  const { busy, obstacle, submit, dismiss }: Submit<ImportObstacle<P, O>> = useSubmit(failure =>
    obstacleOf(form, failure),
  )

  const begin = async (reading: Reading): Promise<ImportObstacle<P, O> | null> => {
    const field = form.wrongField()
    if (field !== null) return { kind: 'field', field }
    const privacy = await authorizePrivacy()
    if (privacy) return privacy
    const outcome = await form.make(reading)
    if (outcome === null) return null
    if ('obstacle' in outcome) return outcome.obstacle
    if ('asked' in outcome) {
      setQuestion({ answer: outcome.asked, reading: { ...reading, ask: false } })
      return null
    }
    const { made: answer } = outcome
    if (answer.unknownHeadings.length + answer.leftOut.length > 0) setCreated(answer)
    else await form.enter(answer)
    return null
  }

  return {
    busy,
    obstacle,
    question,
    created,
    dismiss,
    submit: () => submit(() => begin({ ask: true })),
    take: reading => {
      setQuestion(null)
      submit(() => begin(reading))
    },
    leave: () => setQuestion(null),
    go: () => {
      if (created) form.enter(created)
    },
  }
}

/** Uploads the spreadsheet, or the text that is too long for a call, and sends what follows from it under one key. */
export async function sendSheet<C extends object, A>(
  draft: SheetDraft & { source: string | null },
  reading: Reading,
  intents: Intents,
  contentOf: (fileId: string | null) => C,
  send: (input: C & { clientKey: string; reading?: Reading }) => Promise<A>,
): Promise<A> {
  const fileId = await uploaded(draft)
  const content = { ...contentOf(fileId), ...asked(reading) }
  const { clientKey } = intents.of(content)
  const answer = await send({ clientKey, ...content })
  intents.forget()
  forgetSheet()
  return answer
}

function uploaded({ source, file, text }: SheetDraft & { source: string | null }): Promise<string> | null {
  if (source === 'file' && file) return uploadSheet(file)
  return source === 'text' && isLong(text) ? uploadText(text) : null
}

function obstacleOf<P, A extends Imported, O>(
  { intents, fieldOfFailure }: ImportForm<P, A, O>,
  failure: ActionFailureError,
): ImportObstacle<P, O> {
  // Only where it may not have been read can the same upload, with the same key, be tried again.
  if (failure.code !== 'NETWORK' && failure.code !== 'BUSY') forgetSheet()
  if (failure.code === 'KEY_CONFLICT') intents.forget()
  const field = fieldOfFailure(failure)
  return field === null ? { kind: 'failure', failure } : { kind: 'field', field, failure }
}
