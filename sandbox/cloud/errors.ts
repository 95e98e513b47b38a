/** Error codes the SDK's wrapper knows how to map (wx-server-sdk 4.0.2); anything else reaches a function as -501001. */
export type GatewayCode =
  | 'INVALID_PARAM'
  | 'INVALIID_ENV' // sic: the SDK spells it so
  | 'SYS_ERR'
  | 'EXCEED_CONCURRENT_REQUEST_LIMIT'
  | 'DATABASE_REQUEST_FAILED'
  | 'DATABASE_INVALID_OPERRATOR' // sic
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_PERMISSION_DENIED'
  | 'DATABASE_TRANSACTION_CONFLICT'
  | 'DATABASE_TRANSACTION_FAIL'
  | 'STORAGE_REQUEST_FAIL'
  | 'STORAGE_FILE_NONEXIST'
  | 'FUNCTIONS_REQUEST_FAIL'
  | 'FUNCTIONS_EXECUTE_FAIL'

/** A refusal of the gateway: travels as `{code, message}` with HTTP 200. */
export class GatewayError extends Error {
  constructor(
    readonly code: GatewayCode,
    message: string,
  ) {
    super(message)
    this.name = 'GatewayError'
  }
}

/** Why an invocation has no result. */
export type InvocationFailure = 'unknownFunction' | 'threw' | 'timedOut' | 'resultTooLarge' | 'busy'

const failures: Record<InvocationFailure, { status: number; errCode: number }> = {
  unknownFunction: { status: 404, errCode: -501000 },
  threw: { status: 500, errCode: -504002 },
  timedOut: { status: 504, errCode: -504003 },
  resultTooLarge: { status: 500, errCode: -604001 },
  busy: { status: 503, errCode: -501004 },
}

export class InvocationError extends Error {
  /** HTTP status of `/invoke`. */
  readonly status: number
  readonly errCode: number

  constructor(
    readonly failure: InvocationFailure,
    message: string,
  ) {
    super(message)
    this.name = 'InvocationError'
    this.status = failures[failure].status
    this.errCode = failures[failure].errCode
  }
}
