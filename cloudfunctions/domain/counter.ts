/** A number all instances share. */
export interface Counter {
  _id: string
  version: number
  value: number
  /** ms since the epoch: when it no longer counts. Those without it count for good. */
  until?: number
  /** Of tries: ms since the epoch before which none is taken. */
  notBefore?: number
}
