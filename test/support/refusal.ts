import { ActionError } from '../../cloudfunctions/domain/errors'

/** How a call was refused: its code; `no error` where it was not, and any other error as it is. */
export const codeOf = (call: Promise<unknown>): Promise<unknown> => refusal(call, ({ code }) => code)

/** The same with the field that is named, as in `INVALID_INPUT subject`. */
export const refusedAs = (call: Promise<unknown>): Promise<unknown> =>
  refusal(call, ({ code, field }) => (field ? `${code} ${field}` : code))

const refusal = (call: Promise<unknown>, tell: (error: ActionError) => string): Promise<unknown> =>
  call.then(
    () => 'no error',
    error => (error instanceof ActionError ? tell(error) : error),
  )
