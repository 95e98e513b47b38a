/** Codes to print, cut apart and hand out. */
export interface CodeSheet {
  /** Above every page. */
  title: string
  /** Below every page. */
  footer: string
  codes: readonly PrintedCode[]
}

export interface PrintedCode {
  /** Bytes of a PNG or JPEG. */
  image: Buffer
  /** Below the code, three at most; what is too long for its place ends in 「…」. */
  lines: readonly string[]
}
