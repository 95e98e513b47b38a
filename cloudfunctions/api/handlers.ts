import type * as v from 'valibot'
import type { ActionName, ActionResults, actionInputs } from '../contract/actions'
import { create } from '../usecases/batch/create'
import { attach, fix, removeRows, saveRow } from '../usecases/batch/edit'
import { exportSheet, template } from '../usecases/batch/export'
import { link, links, rowLink } from '../usecases/batch/links'
import { getBatch, getRow, listBatches, refreshBatch } from '../usecases/batch/read'
import { cancelBatch, repair, resolve } from '../usecases/batch/repair'
import { submit } from '../usecases/batch/submit'
import { cancel } from '../usecases/cancel'
import type { Deps } from '../usecases/deps'
import { getConfig } from '../usecases/getConfig'
import { searchLegacyInvitations } from '../usecases/legacyInvitations'
import { openContract } from '../usecases/openContract'
import { claim, inviteOperator, listOperators, me, removeOperator } from '../usecases/operator'
import { outline } from '../usecases/outline'
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
  'verification.outline': outline,
  'operator.me': me,
  'operator.claim': claim,
  'operator.list': listOperators,
  'operator.invite': inviteOperator,
  'operator.remove': removeOperator,
  'batch.template': template,
  'batch.create': create,
  'batch.list': listBatches,
  'batch.get': getBatch,
  'batch.refresh': refreshBatch,
  'batch.row': getRow,
  'batch.saveRow': saveRow,
  'batch.removeRows': removeRows,
  'batch.attach': attach,
  'batch.fix': fix,
  'batch.submit': submit,
  'batch.links': links,
  'batch.link': link,
  'batch.rowLink': rowLink,
  'batch.repair': repair,
  'batch.resolve': resolve,
  'batch.cancel': cancelBatch,
  'batch.export': exportSheet,
  'legacyInvitations.search': searchLegacyInvitations,
}

type Handler = (
  deps: Deps,
  owner: string,
  input: unknown,
) => ActionResults[ActionName] | Promise<ActionResults[ActionName]>

/** The use case behind every action. Its input was parsed with that action's own schema just before. */
export const handlers = table as Record<ActionName, Handler>
