/** The longest texts of a row in UTF-8, with the names of their fields. */
const rowBytes = 3_000
/** Everything of a call that is not a row. */
const callBytes = 2_000

export interface PackedRow {
  /** Goes alone in its call. */
  solo: boolean
  /** Of its attachments, before base64. */
  bytes: number
}

export interface PackLimits {
  rowsPerCall: number
  bodyBytes: number
}

/** How many of the first rows go into the next call; 0 only when there are none. The first one goes in any case. */
export function packChunk(rows: readonly PackedRow[], { rowsPerCall, bodyBytes }: PackLimits): number {
  let count = 0
  let total = callBytes
  for (const { solo, bytes } of rows) {
    total += sentBytes(bytes)
    if (count > 0 && (solo || count >= rowsPerCall || total > bodyBytes)) return count
    count += 1
    if (solo) return count
  }
  return count
}

/** Whether a row with attachments of `bytes` bytes can be sent at all. */
export function fitsAlone(bytes: number, bodyBytes: number): boolean {
  return callBytes + sentBytes(bytes) <= bodyBytes
}

/** A row in the body of a call: its attachments become base64, four signs for every three bytes. */
function sentBytes(bytes: number): number {
  return Math.ceil(bytes / 3) * 4 + rowBytes
}
