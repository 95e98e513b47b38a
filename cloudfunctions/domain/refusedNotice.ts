/** Why a vendor's notice was not taken, as owners read it. */
export const refusalCodes = [
  'KEY_MISSING',
  'TIME_WINDOW',
  'WRONG_SIGNATURE',
  'UNSIGNED',
  'NOT_UNDERSTOOD',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** By the driver's own sentence, which holds no content of the notice; the first that fits. */
const codes: readonly (readonly [RegExp, RefusalCode])[] = [
  [/is not set$/, 'KEY_MISSING'],
  [/too far from now$/, 'TIME_WINDOW'],
  [/signature is wrong|with our key/, 'WRONG_SIGNATURE'],
  [/no signature|not signed|not encrypted|needs signature/, 'UNSIGNED'],
]

export function refusalCodeOf(reason: string): RefusalCode {
  return codes.find(([pattern]) => pattern.test(reason))?.[1] ?? 'NOT_UNDERSTOOD'
}

/** Refused for a reason of ours: what it may have said can be asked for. */
export const isOurFault = (code: RefusalCode): boolean => code === 'KEY_MISSING' || code === 'TIME_WINDOW'
