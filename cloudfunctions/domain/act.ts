/** The one chain of what operators do that stands in no other: who, what, about what. */
export const actsChain = 'acts'

/** One append-only row an act. Holds ids, names of actions and digests, never names or numbers. */
export interface ActRow {
  /** `acts_<sequence>` */
  _id: string
  chain: typeof actsChain
  /** From 1, without a gap. */
  sequence: number
  /** The action, as in contract/actions.ts. */
  event: string
  /** Key of the operator; '' for a person who acts for himself. */
  operator: string
  /** Id of what it is about; '' where nothing with an id is. */
  subject: string
  /** A word of a closed list, such as the role that is given, or the number of a written request; '' for none. */
  detail: string
  at: number
  previousHash: string
  hash: string
}
