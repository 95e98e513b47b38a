import { decodePDFRawStream, PDFDocument, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib'

/** What the operators of a page say (ISO 32000-1, annex A), of those that a sheet of codes uses. All places in mm. */
interface Marks {
  texts: MarkedText[]
  images: { name: string; left: number; bottom: number; width: number; height: number }[]
  lines: MarkedLine[]
}
interface MarkedText {
  text: string
  left: number
  baseline: number
  /** Points. */
  size: number
  gray: number
  /** Points by which letters are drawn thicker; null: they are only filled. */
  bold: number | null
}
interface MarkedLine {
  from: number[]
  to: number[]
  /** Points. */
  width: number
  color: number[]
  /** Points. */
  dash: number[]
}

const mm = (points: number) => Math.round((points / 72) * 25.4 * 100) / 100

/** Where everything stands on each page, as the PDF says it; nothing is drawn. */
export async function marksOf(pdf: Buffer): Promise<Marks[]> {
  return (await PDFDocument.load(pdf)).getPages().map(marksOn)
}

function marksOn(page: PDFPage): Marks {
  const marks: Marks = { texts: [], images: [], lines: [] }
  const begin = { width: 1, color: [0], dash: [] as number[], fill: 0, mode: 0, matrix: [1, 0, 0, 1, 0, 0] }
  let state = begin
  const kept: (typeof begin)[] = []
  let place = [0, 0]
  let font = { name: '', size: 0 }
  let shown = ''
  let from: number[] = []
  let to: number[] = []
  const act: Record<string, (numbers: number[], words: string[]) => void> = {
    q: () => void kept.push(state),
    Q: () => {
      state = kept.pop() ?? begin
    },
    w: ([width = 0]) => {
      state = { ...state, width }
    },
    G: color => {
      state = { ...state, color }
    },
    RG: color => {
      state = { ...state, color }
    },
    g: ([fill = 0]) => {
      state = { ...state, fill }
    },
    Tr: ([mode = 0]) => {
      state = { ...state, mode }
    },
    d: numbers => {
      state = { ...state, dash: numbers.slice(0, -1) }
    },
    m: at => {
      from = at
    },
    l: at => {
      to = at
    },
    S: () => {
      const { width, color, dash } = state
      marks.lines.push({ from: from.map(mm), to: to.map(mm), width, color, dash })
    },
    cm: matrix => {
      state = { ...state, matrix }
    },
    Do: (_, [name = '']) => {
      const [width = 0, , , height = 0, left = 0, bottom = 0] = state.matrix.map(mm)
      marks.images.push({ name, left, bottom, width, height })
    },
    BT: () => {
      shown = ''
    },
    Td: at => {
      place = at
    },
    Tf: ([size = 0], [name = '']) => {
      font = { name, size }
    },
    Tj: (_, [hex = '']) => {
      const bytes = Buffer.from(hex, 'hex')
      shown += font.name === 'Chinese' ? bytes.swap16().toString('utf16le') : bytes.toString('latin1')
    },
    ET: () => {
      const [left = 0, baseline = 0] = place.map(mm)
      const bold = state.mode === 2 ? state.width : null
      marks.texts.push({ text: shown, left, baseline, size: font.size, gray: state.fill, bold })
    },
  }
  let numbers: number[] = []
  let words: string[] = []
  for (const token of contentOf(page).match(/<[^>]*>|\/\w+|[^\s[\]]+/g) ?? []) {
    if (/^[</]/.test(token)) words.push(token.replace(/[<>/]/g, ''))
    else if (/^[-.\d]/.test(token)) numbers.push(Number(token))
    else {
      const known = act[token]
      if (!known) throw new Error(`an operator nobody expects: ${token}`)
      known(numbers, words)
      numbers = []
      words = []
    }
  }
  return marks
}

function contentOf({ node, doc }: PDFPage): string {
  const parts = node.Contents()
  const streams = parts && 'asArray' in parts ? parts.asArray() : [parts]
  return streams
    .map(part => {
      const stream = doc.context.lookup(part)
      return stream instanceof PDFRawStream
        ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
        : ''
    })
    .join('\n')
}
