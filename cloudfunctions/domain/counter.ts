/** A number all instances share. */
export interface Counter {
  _id: string
  version: number
  value: number
  /** Of work that is done in steps: the id after which it goes on, and how many it has changed since it last began. */
  after?: string
  changed?: number
  /** ms since the epoch of the last that was counted, where that is told. */
  at?: number
  /** ms since the epoch: when it no longer counts. Those without it count for good. */
  until?: number
  /** ms since the epoch before which nothing that is counted is tried: no code, no vendor that does not answer. */
  notBefore?: number
  /** ms `notBefore` was away when it was written. */
  pause?: number
  /** `notBefore` is so late only because somebody tries just now. */
  trying?: boolean
}
