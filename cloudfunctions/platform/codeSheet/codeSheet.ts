/** Codes to print, cut apart and hand out. */
export interface CodeSheet {
  /** Above every page. */
  title: string
  /** Below every page. */
  footer: string
  codes: readonly PrintedCode[]
  /** How whoever invites shows himself; absent: nobody has set it. */
  brand?: SheetBrand
}

interface SheetBrand {
  /** `#rrggbb` */
  color: string
  /** Bytes of a PNG or JPEG, small enough to be unpacked; one that is broken is left out. */
  logo: Buffer | null
}

export interface PrintedCode {
  /** Bytes of a PNG or JPEG. */
  image: Buffer
  /** Below the code, three at most; what is too long for its place ends in 「…」. */
  lines: readonly string[]
}
