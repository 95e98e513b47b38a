import {
  concatTransformationMatrix,
  drawObject,
  lineTo,
  moveTo,
  PDFDocument,
  PDFName,
  type PDFOperator,
  type PDFPage,
  PrintScaling,
  popGraphicsState,
  pushGraphicsState,
  setDashPattern,
  setLineWidth,
  setStrokingGrayscaleColor,
  stroke,
} from '@cantoo/pdf-lib'
import type { CodeSheet, PrintedCode } from './codeSheet'
import { type Fonts, fontsOf } from './fonts'
import { type EmbeddedImage, embedded } from './image'
import * as layout from './layout'
import { fitting, textAt, widthOf } from './text'

export async function draw(sheet: CodeSheet): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.setTitle(sheet.title)
  // In its own size: codes that a printer has shrunk are harder to scan.
  document.catalog.getOrCreateViewerPreferences().setPrintScaling(PrintScaling.None)
  const fonts = await fontsOf(document)
  const pages = Math.max(Math.ceil(sheet.codes.length / layout.codesPerPage), 1)
  for (let number = 1; number <= pages; number++) {
    const codes = sheet.codes.slice((number - 1) * layout.codesPerPage, number * layout.codesPerPage)
    const page = document.addPage([layout.page.width, layout.page.height])
    for (const { name, ref } of [fonts.latin, fonts.chinese]) {
      page.node.setFontDictionary(PDFName.of(name), ref)
    }
    page.pushOperators(...frame(sheet, `${number} / ${pages}`, fonts), ...cuttingLines(codes.length))
    for (const [index, code] of codes.entries()) {
      page.pushOperators(...(await codeAt(page, index, code, fonts)))
    }
  }
  return Buffer.from(await document.save({ addDefaultPage: false, updateFieldAppearances: false }))
}

/** What stands around the codes. */
function frame({ title, footer }: CodeSheet, pageNumber: string, fonts: Fonts): PDFOperator[] {
  const { header, styles } = layout
  const numberAt = header.right - widthOf(pageNumber, styles.pageNumber.size, fonts)
  const titleWidth = numberAt - header.left - styles.title.size
  const fitted = fitting(title, styles.title.size, titleWidth, fonts)
  return [
    ...textAt(fitted, header.left, header.baseline, styles.title, fonts),
    ...textAt(pageNumber, numberAt, header.baseline, styles.pageNumber, fonts),
    ...centered(
      footer,
      layout.footer.center,
      layout.footer.baseline,
      layout.footer.width,
      styles.footer,
      fonts,
    ),
  ]
}

function centered(
  text: string,
  center: number,
  baseline: number,
  width: number,
  style: layout.TextStyle,
  fonts: Fonts,
): PDFOperator[] {
  const fitted = fitting(text, style.size, width, fonts)
  return textAt(fitted, center - widthOf(fitted, style.size, fonts) / 2, baseline, style, fonts)
}

function cuttingLines(codes: number): PDFOperator[] {
  const { width, gray, dash } = layout.cuttingLine
  return [
    pushGraphicsState(),
    setLineWidth(width),
    setStrokingGrayscaleColor(gray),
    setDashPattern([...dash], 0),
    ...layout.cutsAround(codes).flatMap(({ from, to }) => [moveTo(...from), lineTo(...to), stroke()]),
    popGraphicsState(),
  ]
}

/** The code and its lines, in the middle of their cell. */
async function codeAt(page: PDFPage, index: number, code: PrintedCode, fonts: Fonts): Promise<PDFOperator[]> {
  const { cell, codeSide, lineStyles, textWidth } = layout
  const lines = lineStyles.slice(0, code.lines.length)
  const height = codeSide + lines.reduce((sum, { leading }) => sum + leading, 0)
  const { left, top } = layout.placeOf(index)
  const center = left + cell.width / 2
  let bottom = top - (cell.height - height) / 2 - codeSide
  const operators = imageAt(page, index, await embedded(page.doc, code.image), center, bottom)
  for (const [n, style] of lines.entries()) {
    const baseline = bottom - style.size
    operators.push(...centered(code.lines[n] ?? '', center, baseline, textWidth, style, fonts))
    bottom -= style.leading
  }
  return operators
}

/** As large as its place allows, and never out of shape. */
function imageAt(
  page: PDFPage,
  index: number,
  { ref, width, height }: EmbeddedImage,
  center: number,
  bottom: number,
): PDFOperator[] {
  const name = PDFName.of(`Code${index}`)
  page.node.setXObject(name, ref)
  const scale = layout.codeSide / Math.max(width, height)
  const left = center - (width * scale) / 2
  const below = bottom + (layout.codeSide - height * scale) / 2
  return [
    pushGraphicsState(),
    concatTransformationMatrix(width * scale, 0, 0, height * scale, left, below),
    drawObject(name),
    popGraphicsState(),
  ]
}
