export interface ImageInfo {
  type: 'png' | 'jpeg' | 'gif'
  width: number
  height: number
}

/** What the first bytes say of a picture; null when they are none that WeChat takes. */
export function imageInfo(content: Uint8Array): ImageInfo | null {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  const starts = (...bytes: number[]) => bytes.every((byte, at) => content[at] === byte)
  if (starts(0x89, 0x50, 0x4e, 0x47) && content.length >= 24)
    return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) }
  if (starts(0x47, 0x49, 0x46) && content.length >= 10)
    return { type: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
  return starts(0xff, 0xd8, 0xff) ? jpegInfo(view) : null
}

/** The size stands in the first frame header (SOF0…SOF15, without DHT, JPG and DAC). */
function jpegInfo(view: DataView): ImageInfo | null {
  for (let at = 2; at + 9 <= view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1)
    if (view.getUint8(at) !== 0xff) return null
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { type: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
  }
  return null
}
