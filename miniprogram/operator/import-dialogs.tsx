import { Apart } from '../components/apart'
import { ImportedSheet } from './imported-sheet'
import type { LeftOut } from './left-out'
import { SheetQuestion } from './sheet-question'
import type { Importing } from './use-import'

interface ImportDialogsProps<A> {
  importing: Pick<Importing<unknown, A>, 'question' | 'created' | 'take' | 'leave' | 'go'>
  /** What was made. */
  title: (made: A) => string
  go: string
}

/** What an import asks before it makes something, and what it says afterwards. */
export function ImportDialogs<A extends { leftOut: readonly LeftOut[]; unknownHeadings: readonly string[] }>({
  importing,
  title,
  go,
}: ImportDialogsProps<A>) {
  const { question, created, take, leave } = importing
  return (
    <>
      <Apart>{question && <SheetQuestion question={question} onTake={take} onClose={leave} />}</Apart>
      <Apart>
        {created && <ImportedSheet title={title(created)} created={created} go={go} onGo={importing.go} />}
      </Apart>
    </>
  )
}
