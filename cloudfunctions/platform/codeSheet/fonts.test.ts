import { PDFArray, PDFDict, PDFDocument, type PDFObject } from '@cantoo/pdf-lib'
import { fontsOf } from './fonts'

const loaded = async () => {
  const document = await PDFDocument.create()
  return { document, ...(await fontsOf(document)) }
}

test('letters are as wide as Helvetica has them, Chinese signs as they are high', async () => {
  const { latin, chinese } = await loaded()
  expect(['i', 'W', '·'].map(latin.widthOf)).toEqual([222, 944, 278])
  expect(['甲', '…'].map(chinese.widthOf)).toEqual([1000, 1000])
})

test('texts are in the encoding each font has, and pages know the fonts by two names', async () => {
  const { latin, chinese } = await loaded()
  expect([latin.name, latin.encode('aé·').toString()]).toEqual(['Latin', '<61E9B7>'])
  expect([chinese.name, chinese.encode('测a').toString()]).toEqual(['Chinese', '<6d4b0061>'])
})

/** ISO 32000-1: 9.7.4 and 9.7.6 for the fonts, table 122 for the descriptor, table 118 for the encoding. */
test('the Chinese font is of a collection that readers know by its names', async () => {
  const { document, chinese } = await loaded()
  const written = (object: PDFObject | undefined): unknown => {
    const meant = document.context.lookup(object)
    if (meant instanceof PDFArray) return meant.asArray().map(written)
    if (!(meant instanceof PDFDict)) return String(meant)
    return Object.fromEntries(meant.entries().map(([key, value]) => [key.decodeText(), written(value)]))
  }
  const hex = (text: string) => `<${Buffer.from(text).toString('hex')}>`
  expect(written(chinese.ref)).toEqual({
    Type: '/Font',
    Subtype: '/Type0',
    BaseFont: '/STSong-Light-UniGB-UCS2-H',
    Encoding: '/UniGB-UCS2-H',
    DescendantFonts: [
      {
        Type: '/Font',
        Subtype: '/CIDFontType0',
        BaseFont: '/STSong-Light',
        CIDSystemInfo: { Registry: hex('Adobe'), Ordering: hex('GB1'), Supplement: '4' },
        DW: '1000',
        FontDescriptor: {
          Type: '/FontDescriptor',
          FontName: '/STSong-Light',
          Flags: '6',
          FontBBox: ['-25', '-254', '1000', '880'],
          ItalicAngle: '0',
          Ascent: '880',
          Descent: '-120',
          CapHeight: '880',
          StemV: '93',
        },
      },
    ],
  })
})
