export interface IssuedToken {
  token: string
  /** ms since the epoch. */
  expiresAt: number
}

/** Tokens of which only the newest is good: one for each name, the same for all instances. */
export interface SharedToken {
  /**
   * A token that is still good for a while. When there is none, `request` asks for one; it is never run twice at a
   * time for one name, over all instances. null: `request` yielded none, or somebody else asks and takes too long.
   */
  get(name: string, request: () => Promise<IssuedToken | null>): Promise<string | null>
  /** Whoever gave out `token` says it is over. Does nothing when another one has taken its place. */
  invalidate(name: string, token: string): Promise<void>
}
