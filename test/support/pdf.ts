import { inThread } from './thread'

export interface PrintedPage {
  /** Points. */
  size: { width: number; height: number }
  lines: string[]
  /** What the codes say, row by row; '' where there is none. */
  codes: string[]
  /** Red, green and blue at a place, in mm from the upper left corner. */
  colorAt(x: number, y: number): number[]
  /** The box around everything black, in mm; null: nothing is. */
  blackBox(): Box | null
}

interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** What the thread answers. */
interface ReadPage extends Pick<PrintedPage, 'size' | 'lines' | 'codes'> {
  /** Four bytes a pixel: red, green, blue, alpha. */
  pixels: Uint8ClampedArray
  width: number
  height: number
  perMm: number
}

/** 144 dots an inch. */
const scale = 2
/** 3 × 4 cells, in mm. */
const cells = Array.from(
  { length: 12 },
  (_, index): Box => ({
    left: 10.5 + (index % 3) * 63,
    top: 20 + Math.floor(index / 3) * 64.5,
    width: 63,
    height: 64.5,
  }),
)

/** The pages of a PDF as Chromium's renderer shows them; nobody here wrote it. */
export async function printed(pdf: Buffer): Promise<PrintedPage[]> {
  const pages = await inThread<ReadPage[]>('read-pdf.cjs', { pdf, scale, cells })
  return pages.map(page => ({
    size: page.size,
    lines: page.lines,
    codes: page.codes,
    colorAt: (x, y) => colorAt(page, Math.floor(x * page.perMm), Math.floor(y * page.perMm)),
    blackBox: () => boxOf(page),
  }))
}

function colorAt({ pixels, width }: ReadPage, x: number, y: number): number[] {
  const at = (y * width + x) * 4
  return [...pixels.subarray(at, at + 3)]
}

function boxOf({ pixels, width, height, perMm }: ReadPage): Box | null {
  const columns = new Set<number>()
  const rows = new Set<number>()
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((pixels[(y * width + x) * 4] ?? 255) > 60) continue
      columns.add(x)
      rows.add(y)
    }
  }
  if (rows.size === 0) return null
  const [left, right, top, bottom] = [
    Math.min(...columns),
    Math.max(...columns) + 1,
    Math.min(...rows),
    Math.max(...rows) + 1,
  ]
  return {
    left: left / perMm,
    top: top / perMm,
    width: (right - left) / perMm,
    height: (bottom - top) / perMm,
  }
}
