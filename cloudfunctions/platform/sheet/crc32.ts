const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  return sum >>> 0
})

/** The checksum of ZIP entries, piece by piece: begin with `sum` 0. Node has its own from 20.15 on, the cloud does not. */
export function crc32(bytes: Uint8Array, sum = 0): number {
  let inverted = ~sum >>> 0
  for (const byte of bytes) inverted = (inverted >>> 8) ^ (table[(inverted ^ byte) & 255] ?? 0)
  return ~inverted >>> 0
}
