import { create } from 'qrcode'
import { jpegCode } from '../../../test/support/jpeg-code'
import { type PrintedPage, printed } from '../../../test/support/pdf'
import { png } from '../../../test/support/png'
import { qrImages } from '../../../test/support/qr'
import { type PrintedCode, writeCodeSheet } from '.'
// Loaded beforehand, as it is in any test after the first.
import './draw'

jest.setTimeout(300_000)

const sheetOf = (...codes: PrintedCode[]) => writeCodeSheet({ title: '', footer: '', codes })
const pageOf = async (...codes: PrintedCode[]): Promise<PrintedPage> => {
  const [page] = await printed(await sheetOf(...codes))
  if (!page) throw new Error('no page')
  return page
}
const dot = png({ width: 1, height: 1, colorType: 0, bits: 8, at: () => [0] })
const linesOf = async (...lines: string[]) =>
  (await pageOf({ image: dot, lines })).lines.filter(line => line !== '' && line !== '1 / 1')

test('three hundred codes can all be scanned, in their order, twelve a page, and take less than 2.5 KB each', async () => {
  const texts = Array.from(
    { length: 300 },
    (_, index) => `https://example.com/i?i=${String(index + 1).padStart(22, 'A')}`,
  )
  const images = await qrImages(texts)
  const lines = ['测*员', '劳动合同签署', '微信扫一扫']
  const pdf = await sheetOf(...images.map(image => ({ image, lines })))
  const pages = await printed(pdf)
  expect(pages).toHaveLength(25)
  expect(pages.flatMap(page => page.codes)).toEqual(texts)
  expect(pdf.length).toBeLessThan(750_000)
})

test('codes have their lines below them, the title and the page above and the footer below, on A4 paper', async () => {
  const codes = ['1 测*员', '2 测*员'].map(name => ({
    image: dot,
    lines: [name, '劳动合同签署', '微信扫一扫'],
  }))
  const [page] = await printed(
    await writeCodeSheet({ title: '入职实名认证', footer: '示例公司，请勿转发', codes }),
  )
  expect(page?.lines.filter(line => line !== '')).toEqual([
    '入职实名认证 1 / 1',
    '示例公司，请勿转发',
    ...['1 测*员', '劳动合同签署', '微信扫一扫'],
    ...['2 测*员', '劳动合同签署', '微信扫一扫'],
  ])
  expect(page?.size.width).toBeCloseTo(595.28, 1)
  expect(page?.size.height).toBeCloseTo(841.89, 1)
})

test('the last page ends with the last code', async () => {
  const images = await qrImages(Array.from({ length: 13 }, (_, n) => `code ${n + 1}`))
  const codes = images.map(image => ({ image, lines: [] }))
  const pages = await printed(await sheetOf(...codes))
  expect(pages[1]?.codes).toEqual(['code 13', '', '', '', '', '', '', '', '', '', '', ''])
})

test('the first cell is drawn to cut it out, and no cell beside it', async () => {
  const page = await pageOf({ image: dot, lines: [] })
  const lineIn = (left: number, top: number) =>
    Array.from({ length: 400 }, (_, n) => page.colorAt(left + (n % 20) / 5, top + n / 100)).some(
      ([value = 255]) => value < 250,
    )
  // Below it, to its right, and below the empty cell to the right.
  expect([lineIn(20, 82.5), lineIn(71.5, 40), lineIn(100, 82.5)]).toEqual([true, true, false])
})

describe('images', () => {
  test('of JPEG', async () => {
    const page = await pageOf({ image: jpegCode, lines: [] })
    expect(page.codes.slice(0, 2)).toEqual(['JPEG', ''])
  })

  test('of JPEG, 30 KB each: three hundred of them are the size of their bytes', async () => {
    // Comments make it as large as WeChat's codes.
    const comment = Buffer.concat([Buffer.from('fffe6900', 'hex'), Buffer.alloc(0x6900 - 2)])
    const image = Buffer.concat([jpegCode.subarray(0, 2), comment, jpegCode.subarray(2)])
    const pdf = await sheetOf(...Array.from({ length: 300 }, () => ({ image, lines: ['1', '2', '3'] })))
    expect(pdf.length - 300 * image.length).toBeLessThan(150_000)
    expect((await printed(pdf))[24]?.codes[11]).toBe('JPEG')
  })

  const { size, data } = create('of every kind').modules
  const [pixel, margin] = [6, 4]
  const width = (size + 2 * margin) * pixel
  const dark = (x: number, y: number): boolean => {
    const [column, row] = [Math.floor(x / pixel) - margin, Math.floor(y / pixel) - margin]
    const inside = column >= 0 && row >= 0 && column < size && row < size
    return inside && data[row * size + column] === 1
  }
  const square = { width, height: width }
  test.each([
    ['gray', png({ ...square, colorType: 0, bits: 8, at: (x, y) => [dark(x, y) ? 0 : 255] })],
    ['black and white', png({ ...square, colorType: 0, bits: 1, at: (x, y) => [dark(x, y) ? 0 : 1] })],
    [
      'coloured',
      png({ ...square, colorType: 2, bits: 8, at: (x, y) => (dark(x, y) ? [0, 0, 99] : [255, 255, 255]) }),
    ],
    [
      'with a palette',
      png({
        ...square,
        colorType: 3,
        bits: 1,
        palette: [255, 255, 255, 0, 0, 99],
        at: (x, y) => [dark(x, y) ? 1 : 0],
      }),
    ],
    [
      'with a palette and black that cannot be seen',
      png({
        ...square,
        colorType: 3,
        bits: 8,
        palette: [0, 0, 0, 0, 0, 99],
        alphas: [0, 255],
        at: (x, y) => [dark(x, y) ? 1 : 0],
      }),
    ],
    ['gray on nothing', png({ ...square, colorType: 4, bits: 8, at: (x, y) => [0, dark(x, y) ? 255 : 0] })],
    [
      'coloured on nothing',
      png({ ...square, colorType: 6, bits: 8, at: (x, y) => [0, 0, 99, dark(x, y) ? 255 : 0] }),
    ],
    [
      'black on nothing',
      png({ ...square, colorType: 6, bits: 8, at: (x, y) => [0, 0, 0, dark(x, y) ? 255 : 0] }),
    ],
  ])('of PNG, %s', async (_, image) => {
    expect((await pageOf({ image, lines: [] })).codes[0]).toBe('of every kind')
  })

  test('keep their colour, paler where the page shows through', async () => {
    const half = png({ width: 8, height: 8, colorType: 6, bits: 8, at: x => [0, 80, 200, x < 4 ? 255 : 51] })
    const page = await pageOf({ image: half, lines: [] })
    expect(page.colorAt(25, 50)).toEqual([0, 80, 200])
    expect(page.colorAt(58, 50)).toEqual([204, 220, 244])
  })

  test('are printed 45 mm wide, in the middle of their cell', async () => {
    const [image = dot] = await qrImages(['no margin'], { margin: 0 })
    const box = (await pageOf({ image, lines: [] })).blackBox()
    expect(box?.width).toBeCloseTo(45, 0)
    expect(box?.height).toBeCloseTo(45, 0)
    expect(box?.left).toBeCloseTo(19.5, 0)
    expect(box?.top).toBeCloseTo(29.75, 0)
  })

  test('that are not square stay in shape', async () => {
    const wide = png({ width: 30, height: 10, colorType: 0, bits: 8, at: () => [0] })
    const box = (await pageOf({ image: wide, lines: [] })).blackBox()
    expect(box?.width).toBeCloseTo(45, 0)
    expect(box?.height).toBeCloseTo(15, 0)
  })

  test.each([
    ['a text', Buffer.from('<svg/>')],
    ['nothing', Buffer.alloc(0)],
    ['a PNG cut off', Buffer.from('89504e470d0a1a0a', 'hex')],
    [
      'a broken PNG',
      png({ width: 9, height: 9, colorType: 6, bits: 8, at: () => [0, 0, 0, 0] }).fill(1, 60, 62),
    ],
  ])('that are none are refused: %s', async (_, image) => {
    await expect(sheetOf({ image, lines: [] })).rejects.toThrow()
  })
})

describe('of whoever invites', () => {
  const logo = png({ width: 40, height: 10, colorType: 2, bits: 8, at: () => [200, 0, 0] })
  const branded = async (given: Buffer | null) => {
    const [page] = await printed(
      await writeCodeSheet({
        title: '示例集团',
        footer: '',
        codes: [],
        brand: { color: '#1a5fb4', logo: given },
      }),
    )
    if (!page) throw new Error('no page')
    return page
  }

  test('the colour is a line over the codes, and the logo stands before the title, in its shape', async () => {
    const page = await branded(logo)
    expect([page.colorAt(11, 18), page.colorAt(198, 18)]).toEqual([
      [26, 95, 180],
      [26, 95, 180],
    ])
    // 36 mm wide, as wide as its place allows, and a quarter as high.
    expect([page.colorAt(12, 15), page.colorAt(45, 8.5), page.colorAt(12, 7)]).toEqual([
      [200, 0, 0],
      [200, 0, 0],
      [255, 255, 255],
    ])
    const inTheLogo = Array.from({ length: 600 }, (_, n) =>
      page.colorAt(11 + (n % 60) / 2, 8 + n / 80).join(),
    )
    expect(new Set(inTheLogo)).toEqual(new Set(['200,0,0']))
  })

  test.each([
    ['there is none', null],
    ['it is broken', Buffer.from('89504e470d0a1a0a00', 'hex')],
  ])('a sheet is printed all the same when %s', async (_, given) => {
    const page = await branded(given)
    expect(page.lines).toContain('示例集团 1 / 1')
  })
})

describe('lines', () => {
  test('of any script Chinese names have', async () => {
    expect(await linesOf('阿依古丽·买买提', 'José Müller “甲” — 100%', '㐱䶮')).toEqual([
      '阿依古丽·买买提',
      'José Müller “甲” — 100%',
      '㐱䶮',
    ])
  })

  test('that are too long end where there is room for no more', async () => {
    expect(await linesOf('示'.repeat(100), 'W'.repeat(100), '还有地方')).toEqual([
      `${'示'.repeat(13)}…`,
      `${'W'.repeat(17)}…`,
      '还有地方',
    ])
  })

  test('that just fit are whole', async () => {
    expect(await linesOf('示'.repeat(14))).toEqual(['示'.repeat(14)])
  })

  test('have ? for what the fonts do not know, and a gap for what is no letter', async () => {
    expect(await linesOf('𠮷田\n甲\t乙\u200b丙', '😀a\ud800')).toEqual(['?田 甲 乙 丙', '?a?'])
  })

  test('beyond the third are left out', async () => {
    expect(await linesOf('第一行', '第二行', '第三行', '第四行')).toEqual(['第一行', '第二行', '第三行'])
  })
})

test('a title and a footer of any length stay on one line', async () => {
  const pdf = await writeCodeSheet({ title: '题'.repeat(200), footer: '脚'.repeat(200), codes: [] })
  const [page] = await printed(pdf)
  expect(page?.lines).toEqual([`${'题'.repeat(35)}… 1 / 1`, `${'脚'.repeat(62)}…`])
})
