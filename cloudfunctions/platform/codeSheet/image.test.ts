import { inflateSync } from 'node:zlib'
import { PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { jpegCode } from '../../../test/support/jpeg-code'
import { png } from '../../../test/support/png'
import { embedded } from './image'

/** What the file says of an image, and its bytes as they stand there. */
async function kept(bytes: Buffer) {
  const document = await PDFDocument.create()
  const { ref, width, height } = await embedded(document, bytes)
  const stream = document.context.lookup(ref)
  if (!(stream instanceof PDFRawStream)) throw new Error('no image')
  const said = (dictionary: PDFDict) =>
    Object.fromEntries(dictionary.entries().map(([key, value]) => [key.decodeText(), String(value)]))
  const { DecodeParms, Length, ...told } = said(stream.dict)
  const filter = stream.dict.lookupMaybe(PDFName.of('DecodeParms'), PDFDict)
  return { document, stream, size: [width, height], told, filter: filter && said(filter) }
}
const square = { width: 8, height: 8 }
const image = { Type: '/XObject', Subtype: '/Image', Width: '8', Height: '8', Filter: '/FlateDecode' }

/** ISO 32000-1, tables 89 and 8. */
test.each([
  [
    'gray',
    png({ ...square, colorType: 0, bits: 1, at: x => [x & 1] }),
    { ColorSpace: '/DeviceGray', BitsPerComponent: '1' },
    { Predictor: '15', Colors: '1', BitsPerComponent: '1', Columns: '8' },
  ],
  [
    'coloured',
    png({ ...square, colorType: 2, bits: 8, at: x => [x, 0, 9] }),
    { ColorSpace: '/DeviceRGB', BitsPerComponent: '8' },
    { Predictor: '15', Colors: '3', BitsPerComponent: '8', Columns: '8' },
  ],
  [
    'coloured on white',
    png({ ...square, colorType: 6, bits: 8, at: x => [x, 0, 9, 7] }),
    { ColorSpace: '/DeviceRGB', BitsPerComponent: '8' },
    undefined,
  ],
])('a PNG goes into the file %s, not unpacked by the library', async (_, bytes, told, filter) => {
  expect(await kept(bytes)).toMatchObject({ size: [8, 8], told: { ...image, ...told } })
  expect((await kept(bytes)).filter).toEqual(filter)
})

test('a palette goes with it', async () => {
  const palette = [255, 255, 255, 0, 0, 99, 1, 2, 3]
  const { document, stream, told } = await kept(
    png({ ...square, colorType: 3, bits: 8, palette, at: x => [x % 3] }),
  )
  const [, ref] = told.ColorSpace?.match(/(\d+ 0 R)/) ?? []
  expect(told.ColorSpace).toBe(`[ /Indexed /DeviceRGB 2 ${ref} ]`)
  const colors = [...document.context.enumerateIndirectObjects()].find(([each]) => String(each) === ref)?.[1]
  expect([...(colors as PDFRawStream).getContents()]).toEqual(palette)
  expect(inflateSync(stream.getContents())).toHaveLength(8 * 9)
})

test('a JPEG goes into the file as it is', async () => {
  const { stream, told } = await kept(jpegCode)
  expect(told).toMatchObject({ Subtype: '/Image', Filter: '/DCTDecode' })
  expect(Buffer.from(stream.getContents())).toEqual(jpegCode)
})

test.each([
  ['a text', Buffer.from('<svg/>')],
  ['a PDF', Buffer.from('%PDF-1.7')],
  ['nothing', Buffer.alloc(0)],
])('%s is no image', async (_, bytes) => {
  await expect(embedded(await PDFDocument.create(), bytes)).rejects.toThrow()
})
