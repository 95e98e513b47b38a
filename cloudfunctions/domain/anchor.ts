/** The chain of anchors: what every other chain has come to, written down once a day. */
export const anchorsChain = 'anchors'

/** One anchor. Who removes a whole chain, document and rows, has to rewrite every anchor since. */
export interface AnchorRow {
  /** `anchors_<sequence>` */
  _id: string
  chain: typeof anchorsChain
  /** From 1, without a gap. */
  sequence: number
  event: 'anchored'
  /** `<id of the newest row>:<its hash>` of every chain that has grown since the anchor before. */
  heads: string[]
  /** ms since the epoch: rows up to here are covered. */
  until: number
  at: number
  previousHash: string
  hash: string
}

/** The chain a row belongs to: its id without the sequence. */
export const chainOf = (rowId: string): string => rowId.slice(0, rowId.lastIndexOf('_'))
