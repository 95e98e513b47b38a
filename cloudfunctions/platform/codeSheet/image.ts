import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib'
import { kindOfFile } from '../fileKind'
import { type PngImage, pngImage } from './png'

export interface EmbeddedImage {
  ref: PDFRef
  width: number
  height: number
}

/** Throws when it is neither a PNG nor a JPEG. */
export async function embedded(document: PDFDocument, bytes: Buffer): Promise<EmbeddedImage> {
  const kind = kindOfFile(bytes)
  const png = kind === 'png' ? pngImage(bytes) : null
  if (png) return { ref: embeddedPng(document, png), width: png.width, height: png.height }
  const image = await (kind === 'png' ? document.embedPng(bytes) : document.embedJpg(bytes))
  // At once: unpacked, the images of a whole sheet would be more than a function's memory.
  await image.embed()
  return image
}

function embeddedPng({ context }: PDFDocument, image: PngImage): PDFRef {
  const { width, height, colors, bits, palette } = image
  const dictionary = {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: bits,
    ColorSpace: palette
      ? ['Indexed', 'DeviceRGB', palette.length / 3 - 1, context.register(context.stream(palette))]
      : colors === 1
        ? 'DeviceGray'
        : 'DeviceRGB',
    Filter: 'FlateDecode',
  }
  const filter = { DecodeParms: { Predictor: 15, Colors: colors, BitsPerComponent: bits, Columns: width } }
  return context.register(
    context.stream(image.data, image.filtered ? { ...dictionary, ...filter } : dictionary),
  )
}
