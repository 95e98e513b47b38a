import type { LicenceLimits, LicenceType } from '../cloud/types'

/** A business licence that was picked and may be uploaded. */
export interface Licence {
  /** The phone's temporary file. */
  path: string
  name: string
  /** Bytes. */
  size: number
  type: LicenceType
}

export interface PickedFile {
  path: string
  /** Or its path: it is looked at for what it ends in. */
  name: string
  /** Bytes. */
  size: number
}

/** `tooLarge` and `wrongType` are what the user can mend; `empty` is a file of no bytes. */
export type LicenceVerdict =
  | { kind: 'ok'; licence: Licence }
  | { kind: 'tooLarge' }
  | { kind: 'wrongType' }
  | { kind: 'empty' }

/** Bytes needed to tell the types apart. */
export const headLength = 8

const beginnings: Readonly<Record<LicenceType, readonly number[]>> = {
  jpg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
}
const extensions: Readonly<Record<string, LicenceType>> = { jpg: 'jpg', jpeg: 'jpg', png: 'png', pdf: 'pdf' }

/** Both the name and the first bytes must be of an allowed type; the bytes say which one it is. */
export function checkLicence(file: PickedFile, head: Uint8Array, limits: LicenceLimits): LicenceVerdict {
  if (file.size <= 0) return { kind: 'empty' }
  const type = typeOfHead(head)
  const named = typeOfName(file.name)
  if (!type || !named || !limits.types.includes(type)) return { kind: 'wrongType' }
  if (file.size > limits.maxBytes) return { kind: 'tooLarge' }
  return { kind: 'ok', licence: { ...file, type } }
}

/** Whether what was picked for one vendor is good for another. */
export function fitsLimits({ size, type }: Licence, { maxBytes, types }: LicenceLimits): boolean {
  return size <= maxBytes && types.includes(type)
}

function typeOfHead(head: Uint8Array): LicenceType | null {
  const known: LicenceType[] = ['jpg', 'png', 'pdf']
  return known.find(type => beginnings[type].every((byte, at) => head[at] === byte)) ?? null
}

export function typeOfName(name: string): LicenceType | null {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return Object.keys(extensions).includes(ending) ? (extensions[ending] ?? null) : null
}
