import { useCallback, useEffect, useState } from 'react'
import { type ActionFailureError, callAction, toFailure } from './call'
import { keepSettings, lastSettings } from './last-settings'
import type { ConfigResult } from './types'

interface ConfigState {
  /** Those of the last visit until today's are there; null: none are known. */
  config: ConfigResult | null
  /** Why none are known. */
  failure: ActionFailureError | null
  reload: () => void
}

/** Of today. */
let known: ConfigResult | null = null
/** Of the last visit; undefined: nobody has looked yet. */
let last: ConfigResult | null | undefined
let asking: Promise<ConfigResult> | null = null

/** One question, however many components of a page want to know. */
function ask(): Promise<ConfigResult> {
  asking ??= callAction('config.get', {})
    .then(answer => {
      known = answer
      keepSettings(answer)
      return answer
    })
    .finally(() => {
      asking = null
    })
  return asking
}

/** The same for what is no component; today's, not those of the last visit. Throws ActionFailureError. */
export async function knownConfig(): Promise<ConfigResult> {
  return known ?? ask()
}

/** The server's settings, asked once while the app lives; a failure can be tried again with `reload`. */
export function useConfig(): ConfigState {
  const [config, setConfig] = useState(() => {
    if (known) return known
    last = last === undefined ? lastSettings() : last
    return last
  })
  const [failure, setFailure] = useState<ActionFailureError | null>(null)

  const reload = useCallback(() => {
    setFailure(null)
    ask().then(setConfig, error => setFailure(toFailure(error)))
  }, [])

  useEffect(() => {
    if (!known) reload()
  }, [reload])

  return { config, failure: config ? null : failure, reload }
}
