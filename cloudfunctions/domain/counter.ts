/** A number all instances share. */
export interface Counter {
  _id: string
  version: number
  value: number
  /** ms since the epoch: when it no longer counts. Those without it count for good. */
  until?: number
}
