import { useCallback, useEffect, useState } from 'react'
import { type ActionFailureError, callAction, toFailure } from './call'
import type { ConfigResult } from './types'

interface ConfigState {
  config: ConfigResult | null
  failure: ActionFailureError | null
  reload: () => void
}

let known: ConfigResult | null = null
let asking: Promise<ConfigResult> | null = null

/** One question, however many components of a page want to know. */
function ask(): Promise<ConfigResult> {
  asking ??= callAction('config.get', {})
    .then(answer => {
      known = answer
      return answer
    })
    .finally(() => {
      asking = null
    })
  return asking
}

/** The same for what is no component; what is known already is not asked again. Throws ActionFailureError. */
export async function knownConfig(): Promise<ConfigResult> {
  return known ?? ask()
}

/** The server's settings, asked once while the app lives; a failure can be tried again with `reload`. */
export function useConfig(): ConfigState {
  const [config, setConfig] = useState(known)
  const [failure, setFailure] = useState<ActionFailureError | null>(null)

  const reload = useCallback(() => {
    setFailure(null)
    ask().then(setConfig, error => setFailure(toFailure(error)))
  }, [])

  useEffect(() => {
    if (!known) reload()
  }, [reload])

  return { config, failure, reload }
}
