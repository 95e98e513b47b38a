import { inThread } from './thread'

/** PNGs as `qrcode` makes them: RGBA, in the order of the texts. */
export async function qrImages(
  texts: readonly string[],
  { margin = 2, width = 200 }: { margin?: number; width?: number } = {},
): Promise<Buffer[]> {
  const images = await inThread<Uint8Array[]>('make-qr.cjs', { texts, margin, width })
  return images.map(image => Buffer.from(image))
}
