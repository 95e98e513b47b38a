import type * as v from 'valibot'
import type { ErrorCode } from '../domain/errors'
import { type ConfigResult, configInput } from './config'
import { type ConsentResult, recordInput } from './consent'
import { type OpenResult, openInput } from './contract'
import {
  cancelInput,
  getInput,
  type ListResult,
  listInput,
  type RenewResult,
  refreshInput,
  renewInput,
  type StartResult,
  startInput,
  type VerificationResult,
} from './verification'

/** Every action of the `api` function and the schema of its input. The event is `{ action, input }`. */
export const actionInputs = {
  'config.get': configInput,
  'consent.record': recordInput,
  'contract.open': openInput,
  'verification.start': startInput,
  'verification.get': getInput,
  'verification.refresh': refreshInput,
  'verification.list': listInput,
  'verification.cancel': cancelInput,
  'verification.renew': renewInput,
} as const

export interface ActionResults {
  'config.get': ConfigResult
  'consent.record': ConsentResult
  'contract.open': OpenResult
  'verification.start': StartResult
  'verification.get': VerificationResult
  'verification.refresh': VerificationResult
  'verification.list': ListResult
  'verification.cancel': VerificationResult
  'verification.renew': RenewResult
}

export type ActionName = keyof ActionResults
/** What a client sends; optional fields may be left out. */
export type ActionInput<A extends ActionName> = v.InferInput<(typeof actionInputs)[A]>

export interface ActionFailure {
  code: ErrorCode
  /** A sentence the user can act on, in Chinese; a client in another language translates `code`. */
  message: string
  /** Path of the input at fault, like `person.idNumber`. */
  field?: string
}

export type ActionAnswer<A extends ActionName> =
  | { ok: true; data: ActionResults[A] }
  | { ok: false; error: ActionFailure; requestId: string }
