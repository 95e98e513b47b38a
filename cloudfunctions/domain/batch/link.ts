/** The link of one administrator of a batch, for as long as it lives. */
export interface LinkRow {
  /** `<batch id>_<group>` */
  _id: string
  version: number
  batchId: string
  /** The link in all its forms. */
  sealed: string
  rowIds: string[]
  /** Rows that the vendor, asked about them, did not put into it. */
  leftOut: string[]
  /** Rows that the vendor was not asked about yet; absent in links from before they were counted. */
  unasked?: string[]
  failures: string[]
  expiresAt: number
}
