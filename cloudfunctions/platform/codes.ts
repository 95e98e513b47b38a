/** WeChat's own codes and links that open a page of the mini-program. All of them throw when WeChat refuses. */
export interface Codes {
  /** The round code. `scene`: at most 32 signs, see `entry` of the mini-program for what we put there. */
  miniProgramCode(target: { page: string; scene: string; size?: CodeSize }): Promise<CodeImage>
  /** An https address that opens WeChat. */
  urlLink(target: LinkTarget): Promise<string>
  /** `weixin://…`, for apps. */
  urlScheme(target: LinkTarget): Promise<string>
}

/** `small`: where it may take few bytes. */
export type CodeSize = 'usual' | 'small'

export interface CodeImage {
  type: 'png' | 'jpeg'
  bytes: Buffer
}

export interface LinkTarget {
  page: string
  /** Without a question mark. */
  query: string
  /** ms since the epoch, at most 30 days ahead. */
  expiresAt: number
}
