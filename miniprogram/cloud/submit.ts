import { useCallback, useState } from 'react'
import { type ActionFailureError, toFailure } from './call'
import { useOnce } from './once'

export interface Submit<O> {
  busy: boolean
  /** What stands in the way, until the next press. */
  obstacle: O | null
  /** Does it, unless it is being done; the work tells what stands in the way. */
  submit: (work: () => Promise<O | null>) => Promise<void>
  dismiss: () => void
}

/** The button at the end of a form. `afterFailure` makes an obstacle of whatever the work threw. */
export function useSubmit<O>(
  afterFailure: (failure: ActionFailureError) => O | null | Promise<O | null>,
): Submit<O> {
  const [obstacle, setObstacle] = useState<O | null>(null)
  const { busy, once } = useOnce<'submit'>()
  const submit = async (work: () => Promise<O | null>) => {
    await once('submit', async () => {
      setObstacle(null)
      const found = await work().catch(error => afterFailure(toFailure(error)))
      setObstacle(() => found)
    })
  }
  const dismiss = useCallback(() => setObstacle(null), [])
  return { busy: busy !== null, obstacle, submit, dismiss }
}
