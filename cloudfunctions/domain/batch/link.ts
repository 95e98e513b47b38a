/** The link of one administrator of a batch, for as long as it lives. */
export interface LinkRow {
  /** `<batch id>_<group>` */
  _id: string
  version: number
  batchId: string
  /** The link in all its forms. */
  sealed: string
  rowIds: string[]
  leftOut: string[]
  failures: string[]
  expiresAt: number
}
