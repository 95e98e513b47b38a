import type * as v from 'valibot'
import type { ActionName, ActionResults, actionInputs } from '../contract/actions'
import { cancel } from '../usecases/cancel'
import type { Deps } from '../usecases/deps'
import { getConfig } from '../usecases/getConfig'
import { openContract } from '../usecases/openContract'
import { get, list } from '../usecases/read'
import { recordConsent } from '../usecases/recordConsent'
import { refresh } from '../usecases/refresh'
import { renew } from '../usecases/renew'
import { start } from '../usecases/start'

type Parsed<A extends ActionName> = v.InferOutput<(typeof actionInputs)[A]>
type Handlers = {
  [A in ActionName]: (
    deps: Deps,
    owner: string,
    input: Parsed<A>,
  ) => ActionResults[A] | Promise<ActionResults[A]>
}

const table: Handlers = {
  'config.get': getConfig,
  'consent.record': recordConsent,
  'contract.open': openContract,
  'verification.start': start,
  'verification.get': get,
  'verification.refresh': refresh,
  'verification.list': list,
  'verification.cancel': cancel,
  'verification.renew': renew,
}

type Handler = (
  deps: Deps,
  owner: string,
  input: unknown,
) => ActionResults[ActionName] | Promise<ActionResults[ActionName]>

/** The use case behind every action. Its input was parsed with that action's own schema just before. */
export const handlers = table as Record<ActionName, Handler>
