import { type PDFDocument, type PDFFont, PDFHexString, type PDFRef, StandardFonts } from '@cantoo/pdf-lib'

/**
 * No font is in the file, one for Chinese alone would be 8 MB: Helvetica is in every reader, and for the Chinese one of
 * Adobe's standard collection every reader has a substitute.
 */
export interface Fonts {
  latin: Font
  chinese: Font
}

export interface Font {
  /** As the pages call it. */
  name: 'Latin' | 'Chinese'
  ref: PDFRef
  /** In thousandths of the size. */
  widthOf(character: string): number
  encode(text: string): PDFHexString
}

export async function fontsOf(document: PDFDocument): Promise<Fonts> {
  return { latin: latin(await document.embedFont(StandardFonts.Helvetica)), chinese: chinese(document) }
}

function latin(font: PDFFont): Font {
  return {
    name: 'Latin',
    ref: font.ref,
    widthOf: character => font.widthOfTextAtSize(character, 1000),
    encode: text => font.encodeText(text),
  }
}

/** Every sign of it is as wide as it is high. */
const fullWidth = 1000

/** ISO 32000-1, 9.7.4 and 9.7.5.2: a collection that is known by name, and texts in UCS-2. */
function chinese({ context }: PDFDocument): Font {
  const baseFont = 'STSong-Light'
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: baseFont,
      Flags: 6,
      FontBBox: [-25, -254, 1000, 880],
      ItalicAngle: 0,
      Ascent: 880,
      Descent: -120,
      CapHeight: 880,
      StemV: 93,
    }),
  )
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType0',
      BaseFont: baseFont,
      CIDSystemInfo: {
        Registry: PDFHexString.of(Buffer.from('Adobe').toString('hex')),
        Ordering: PDFHexString.of(Buffer.from('GB1').toString('hex')),
        Supplement: 4,
      },
      FontDescriptor: descriptor,
      DW: fullWidth,
    }),
  )
  const ref = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: `${baseFont}-UniGB-UCS2-H`,
      Encoding: 'UniGB-UCS2-H',
      DescendantFonts: [descendant],
    }),
  )
  return {
    name: 'Chinese',
    ref,
    widthOf: () => fullWidth,
    encode: text => PDFHexString.of(Buffer.from(text, 'utf16le').swap16().toString('hex')),
  }
}
