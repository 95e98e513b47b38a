import * as v from 'valibot'
import { title } from './texts'
import { optionalKey } from './verification'

export const brandInput = v.optional(v.strictObject({}), {})
export const saveBrandInput = v.strictObject({
  clientKey: optionalKey,
  name: title(20),
  color: v.pipe(v.string(), v.regex(/^#[0-9A-Fa-f]{6}$/)),
  /** Absent: as it is; null: none; else an upload, which is checked, kept under another name and deleted. */
  logoFileId: v.optional(
    v.nullable(
      v.pipe(v.string(), v.maxLength(300), v.regex(/^cloud:\/\/[^/]+\/licences\/[\w-]{16,64}\.(jpg|png)$/)),
    ),
  ),
})

/** How the inviting firm shows itself. */
export interface BrandView {
  name: string
  /** `#rrggbb`, dark enough for white letters. */
  color: string
  /** Address of an image, good for an hour; null: none. */
  logo: string | null
}

export interface BrandResult {
  /** null: nobody has set one. */
  brand: BrandView | null
}
export interface SaveBrandResult {
  brand: BrandView
  /** White letters could not be read on the colour that was given: it is a darker one now. */
  darkened: boolean
}
