import { PDFDocument } from '@cantoo/pdf-lib'
import { marksOf } from '../../../test/support/pdf-marks'
import { png } from '../../../test/support/png'
import type { CodeSheet } from './codeSheet'
import { draw } from './draw'

/** Where everything stands, in mm; that readers show it so is looked at in codeSheet.test.ts. */
const pagesOf = async (given: Partial<CodeSheet>) =>
  marksOf(await draw({ title: '', footer: '', codes: [], ...given }))
const picture = (width: number, height: number) =>
  png({ width, height, colorType: 0, bits: 8, at: () => [0] })
const code = (...lines: string[]) => ({ image: picture(1, 1), lines })

test('a page has the title and its number above, the footer below in the middle', async () => {
  const [page] = await pagesOf({ title: '入职 A', footer: '示例' })
  const gray = { gray: 0.35, bold: null }
  expect(page?.texts).toEqual([
    { text: '入职 A', left: 10.5, baseline: 282, size: 14, gray: 0, bold: 0.35 },
    // Ends at 199.5 mm.
    { text: '1 / 1', left: 193.32, baseline: 282, size: 9, ...gray },
    // Two signs of 3 mm, around 105 mm.
    { text: '示例', left: 102, baseline: 11, size: 8.5, ...gray },
  ])
})

test('the thirteenth code begins a second page, and its lines stand below it in the middle of its cell', async () => {
  const codes = Array.from({ length: 13 }, (_, n) => code(`${n + 1}甲`, '乙', '丙', '丁'))
  const [first, second] = await pagesOf({ codes })
  const below = [...(second?.texts ?? [])].filter(({ baseline }) => baseline > 11 && baseline < 277)
  expect(first?.images).toHaveLength(12)
  expect(second?.images).toEqual([{ name: 'Code0', left: 19.5, bottom: 229.05, width: 45, height: 45 }])
  expect(below).toEqual([
    { text: '13甲', left: 37.9, baseline: 225.17, size: 11, gray: 0, bold: 0.3 },
    { text: '乙', left: 40.41, baseline: 220.68, size: 9, gray: 0.15, bold: null },
    { text: '丙', left: 40.59, baseline: 216.63, size: 8, gray: 0.35, bold: null },
  ])
})

test('with fewer lines a code stands lower, and the next to its right', async () => {
  const [page] = await pagesOf({ codes: [code('甲'), code()] })
  expect(page?.images.map(({ name, left, bottom }) => [name, left, bottom])).toEqual([
    ['Code0', 19.5, 224.85],
    ['Code1', 82.5, 222.25],
  ])
})

test.each([
  [30, 10, { left: 19.5, bottom: 237.25, width: 45, height: 15 }],
  [10, 30, { left: 34.5, bottom: 222.25, width: 15, height: 45 }],
])('a picture of %i × %i is in the middle of its place', async (width, height, box) => {
  const [page] = await pagesOf({ codes: [{ image: picture(width, height), lines: [] }] })
  expect(page?.images).toEqual([{ name: 'Code0', ...box }])
})

test('codes are cut apart along fine dashed lines', async () => {
  const [page] = await pagesOf({ codes: [code()] })
  expect(page?.lines.map(({ from, to }) => [from, to])).toEqual([
    [
      [10.5, 277],
      [73.5, 277],
    ],
    [
      [10.5, 212.5],
      [73.5, 212.5],
    ],
    [
      [10.5, 277],
      [10.5, 212.5],
    ],
    [
      [73.5, 277],
      [73.5, 212.5],
    ],
  ])
  const [{ width, color, dash } = { width: 0, color: [], dash: [] }] = page?.lines ?? []
  expect({ width, color, dash }).toEqual({ width: 0.4, color: [0.6], dash: [2.5, 2.5] })
})

describe('of whoever invites', () => {
  const branded = async (logo: Buffer | null, title = '题') => {
    const [page] = await pagesOf({ title, brand: { color: '#1a5fb4', logo } })
    return page
  }

  test('the colour is a line below the header', async () => {
    const [line] = (await branded(null))?.lines ?? []
    expect([line?.from, line?.to]).toEqual([
      [10.5, 279],
      [199.5, 279],
    ])
    expect(line?.width).toBeCloseTo(3.4)
    expect(line?.color.map(part => Math.round(part * 255))).toEqual([0x1a, 0x5f, 0xb4])
  })

  test.each([
    ['wide', picture(40, 10), { width: 36, height: 9 }, 49.5],
    ['tall', picture(10, 40), { width: 2.5, height: 10 }, 16],
  ])('a %s logo is as large as its place allows, and the title beside it', async (_, logo, size, titleAt) => {
    const page = await branded(logo)
    expect(page?.images).toEqual([{ name: 'Logo', left: 10.5, bottom: 280.6, ...size }])
    expect(page?.texts[0]?.left).toBe(titleAt)
  })

  test('a long title is cut the earlier, the wider the logo', async () => {
    const lengths = await Promise.all(
      [null, picture(40, 10)].map(
        async logo => (await branded(logo, '题'.repeat(60)))?.texts[0]?.text.length,
      ),
    )
    // 177.9 and 138.9 mm of signs of 4.94 mm.
    expect(lengths).toEqual([36, 28])
  })
})

test('a sheet says its title, and nothing of who made it and when; printers keep its size', async () => {
  const document = await PDFDocument.load(await draw({ title: '入职', footer: '', codes: [] }), {
    updateMetadata: false,
  })
  expect([document.getTitle(), document.getProducer(), document.getModificationDate()]).toEqual([
    '入职',
    undefined,
    undefined,
  ])
  expect(document.catalog.getViewerPreferences()?.getPrintScaling()).toBe('None')
})
