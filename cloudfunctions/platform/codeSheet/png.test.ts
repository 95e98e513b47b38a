import { deflateSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { pngImage } from './png'

const chunk = (type: string, content: Buffer) => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  // Nobody looks at the checksum.
  return Buffer.concat([length, Buffer.from(type), content, Buffer.alloc(4)])
}
interface Head {
  width: number
  height: number
  bits?: number
  colorType: number
  interlaced?: number
}
function pngOf(
  { width, height, bits = 8, colorType, interlaced = 0 }: Head,
  data: Buffer,
  ...before: Buffer[]
): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([bits, colorType, 0, 0, interlaced], 8)
  const half = data.length >> 1
  const parts = [data.subarray(0, half), data.subarray(half)].map(each => chunk('IDAT', each))
  return Buffer.concat([
    Buffer.alloc(8),
    chunk('IHDR', header),
    ...before,
    ...parts,
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Lines of bytes, each filtered its own way (ISO 15948, 9.2), as a writer does it. */
function filtered(lines: number[][], filters: number[], pixel: number): Buffer {
  return deflateSync(
    Buffer.from(
      lines.flatMap((line, y) => {
        const filter = filters[y] ?? 0
        const told = line.map((byte, x) => {
          const a = x < pixel ? 0 : (line[x - pixel] ?? 0)
          const b = lines[y - 1]?.[x] ?? 0
          const c = x < pixel ? 0 : (lines[y - 1]?.[x - pixel] ?? 0)
          const p = a + b - c
          const nearest = [a, b, c].reduce((best, each) =>
            Math.abs(p - each) < Math.abs(p - best) ? each : best,
          )
          return (byte - ([0, a, b, Math.floor((a + b) / 2), nearest][filter] ?? 0)) & 255
        })
        return [filter, ...told]
      }),
    ),
  )
}

/** Pixels of so many channels: lines, and a filter for each. */
const pictures = (channels: number) =>
  fc.integer({ min: 1, max: 6 }).chain(width =>
    fc
      .array(
        fc.tuple(
          fc.integer({ min: 0, max: 4 }),
          fc.array(fc.constantFrom(0, 1, 7, 100, 128, 250, 255), {
            minLength: width * channels,
            maxLength: width * channels,
          }),
        ),
        { minLength: 1, maxLength: 6 },
      )
      .map(rows => ({ width, lines: rows.map(([, line]) => line), filters: rows.map(([filter]) => filter) })),
  )
const onWhite = (value: number, alpha: number) => Math.round((value * alpha + 255 * (255 - alpha)) / 255)
const pixelsOf = (line: number[], channels: number) =>
  Array.from({ length: line.length / channels }, (_, at) => line.slice(at * channels, (at + 1) * channels))

test.each([
  [4, 2],
  [6, 4],
])(
  'with an alpha channel (kind %i) every pixel is as on white paper, whatever the filters',
  (colorType, channels) => {
    fc.assert(
      fc.property(pictures(channels), ({ width, lines, filters }) => {
        const image = pngImage(
          pngOf({ width, height: lines.length, colorType }, filtered(lines, filters, channels)),
        )
        const pixels = lines.flatMap(line => pixelsOf(line, channels))
        const isGray = channels === 2 || pixels.every(([r, g, b]) => r === g && r === b)
        const colors = isGray ? 1 : 3
        expect(image).toMatchObject({
          width,
          height: lines.length,
          colors,
          bits: 8,
          filtered: false,
          palette: null,
        })
        const expected = pixels.flatMap(pixel =>
          pixel.slice(0, colors).map(value => onWhite(value, pixel[channels - 1] ?? 0)),
        )
        const found = [...inflateSync(image?.data ?? Buffer.alloc(0))]
        expect(found.length).toBe(expected.length)
        // Halves may be rounded either way.
        for (const [at, value] of found.entries())
          expect(Math.abs(value - (expected[at] ?? 0))).toBeLessThanOrEqual(1)
        for (const [at, pixel] of pixels.entries())
          if (pixel[channels - 1] === 255)
            expect(found.slice(at * colors, at * colors + colors)).toEqual(pixel.slice(0, colors))
      }),
      { numRuns: 200 },
    )
  },
)

const size = { width: 2, height: 1 }
const data = deflateSync(Buffer.from([0, 1, 2, 3, 4, 5, 6]))
const palette = Buffer.from([1, 2, 3, 4, 5, 6])

test.each([
  [
    { colorType: 0, bits: 1 },
    { colors: 1, bits: 1, palette: null },
  ],
  [
    { colorType: 0, bits: 16 },
    { colors: 1, bits: 16, palette: null },
  ],
  [{ colorType: 2 }, { colors: 3, bits: 8, palette: null }],
  [
    { colorType: 3, bits: 4 },
    { colors: 1, bits: 4, palette },
  ],
])('%j goes as it is', (kind, expected) => {
  const plte = kind.colorType === 3 ? [chunk('PLTE', palette)] : []
  expect(pngImage(pngOf({ ...size, ...kind }, data, ...plte))).toEqual({
    ...size,
    filtered: true,
    data,
    ...expected,
  })
})

test.each<[string, Head, Buffer[]]>([
  ['in several passes', { ...size, colorType: 2, interlaced: 1 }, []],
  ['with a colour that cannot be seen', { ...size, colorType: 2 }, [chunk('tRNS', Buffer.alloc(6))]],
  ['without its palette', { ...size, colorType: 3 }, []],
  ['with finer alpha', { ...size, colorType: 4, bits: 16 }, []],
  ['with finer colours and alpha', { ...size, colorType: 6, bits: 16 }, []],
  ['of a kind nobody knows', { ...size, colorType: 7 }, []],
])('one %s is left to the library', (_, head, before) => {
  expect(pngImage(pngOf(head, data, ...before))).toBeNull()
})

test.each([
  ['left and corner, it is left', { left: 21, above: 0, corner: 7 }],
  ['above and corner, it is above', { left: 0, above: 21, corner: 7 }],
])('where the last filter finds equally near %s', (_, { left, above, corner }) => {
  const lines = [
    [corner, 255, above, 255],
    [left, 255, 99, 255],
  ]
  const image = pngImage(pngOf({ width: 2, height: 2, colorType: 4 }, filtered(lines, [0, 4], 2)))
  expect([...inflateSync(image?.data ?? Buffer.alloc(0))]).toEqual([corner, above, left, 99])
})

test.each<[string, number[][], 1 | 3]>([
  [
    'black and white',
    [
      [0, 0, 0],
      [255, 255, 255],
    ],
    1,
  ],
  [
    'gray',
    [
      [5, 5, 5],
      [7, 7, 7],
    ],
    1,
  ],
  [
    'blue',
    [
      [5, 5, 6],
      [7, 7, 7],
    ],
    3,
  ],
  [
    'green',
    [
      [5, 5, 5],
      [7, 8, 7],
    ],
    3,
  ],
  [
    'red',
    [
      [8, 5, 5],
      [7, 7, 7],
    ],
    3,
  ],
])('pixels that are all gray say so, and %s ones are %j', (_, pixels, colors) => {
  const line = [0, ...pixels.flatMap(pixel => [...pixel, 255])]
  const image = pngImage(
    // A palette may be there for screens of few colours; pixels are none of it.
    pngOf({ ...size, colorType: 6 }, deflateSync(Buffer.from(line)), chunk('PLTE', palette)),
  )
  expect(image).toMatchObject({ colors, palette: null })
  expect([...inflateSync(image?.data ?? Buffer.alloc(0))]).toEqual(
    pixels.flatMap(pixel => pixel.slice(0, colors)),
  )
})

test('one is read that ends with its pixels, or has something behind the end', () => {
  const whole = pngOf({ ...size, colorType: 2 }, data)
  for (const bytes of [whole.subarray(0, -12), Buffer.concat([whole, Buffer.alloc(5)])])
    expect(pngImage(bytes)).toEqual(pngImage(whole))
})

test('one that unpacks to more than it says, or has no header or no pixels, is none', () => {
  const bomb = deflateSync(Buffer.alloc(1000))
  expect(() => pngImage(pngOf({ ...size, colorType: 6 }, bomb))).toThrow()
  expect(() => pngImage(Buffer.from('PNG'))).toThrow('without a header')
  const whole = pngOf({ ...size, colorType: 2 }, data)
  expect(() => pngImage(whole.subarray(0, whole.indexOf('IDAT') - 4))).toThrow('without pixels')
})
