/** How operators mark a verification for each other. */
export const caseTags = ['follow', 'waiting', 'doubt', 'settled'] as const
export type CaseTag = (typeof caseTags)[number]

/** What operators wrote down about a verification, for each other. Goes with what was typed for it. */
export interface CaseNote {
  /** Of the verification. */
  _id: string
  version: number
  /** The text. */
  sealed: string
  /** Key of the operator who wrote it last. */
  operator: string
  /** ms since the epoch. */
  at: number
}
