export type FileKind = 'jpg' | 'png' | 'pdf'

/** How the files begin; what a file is called proves nothing. */
const beginnings: [FileKind, Buffer][] = [
  ['jpg', Buffer.from([0xff, 0xd8, 0xff])],
  ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['pdf', Buffer.from('%PDF-')],
]

/** null: none of those we pass on. */
export function kindOfFile(bytes: Buffer): FileKind | null {
  return (
    beginnings.find(([, beginning]) => bytes.subarray(0, beginning.length).equals(beginning))?.[0] ?? null
  )
}

/** px, as its header says, which is the first chunk (ISO 15948, 5.6); endless for one that is cut off before. */
export function longerSideOfPng(bytes: Buffer): number {
  if (bytes.length < 24) return Number.POSITIVE_INFINITY
  return Math.max(bytes.readUInt32BE(16), bytes.readUInt32BE(20))
}
