import {
  concatTransformationMatrix,
  drawObject,
  lineTo,
  moveTo,
  PDFDocument,
  PDFName,
  type PDFOperator,
  type PDFPage,
  type PDFRef,
  PrintScaling,
  popGraphicsState,
  pushGraphicsState,
  setDashPattern,
  setLineWidth,
  setStrokingGrayscaleColor,
  setStrokingRgbColor,
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
  const logo = await logoOf(document, sheet)
  const pages = Math.max(Math.ceil(sheet.codes.length / layout.codesPerPage), 1)
  for (let number = 1; number <= pages; number++) {
    const codes = sheet.codes.slice((number - 1) * layout.codesPerPage, number * layout.codesPerPage)
    const page = document.addPage([layout.page.width, layout.page.height])
    for (const { name, ref } of [fonts.latin, fonts.chinese]) {
      page.node.setFontDictionary(PDFName.of(name), ref)
    }
    page.pushOperators(
      ...branding(page, sheet, logo),
      ...frame(sheet, `${number} / ${pages}`, fonts, logo),
      ...cuttingLines(codes.length),
    )
    for (const [index, code] of codes.entries()) {
      page.pushOperators(...(await codeAt(page, index, code, fonts)))
    }
  }
  return Buffer.from(await document.save())
}

/** A picture and the size in which it is printed. */
interface Picture {
  ref: PDFRef
  width: number
  height: number
}

/** A sheet without its logo is still one. */
async function logoOf(document: PDFDocument, { brand }: CodeSheet): Promise<Picture | null> {
  if (!brand?.logo) return null
  const image = await embedded(document, brand.logo).catch(() => null)
  if (!image) return null
  const scale = Math.min(layout.logo.width / image.width, layout.logo.height / image.height)
  return { ref: image.ref, width: image.width * scale, height: image.height * scale }
}

/** The colour and the logo of whoever invites. */
function branding(page: PDFPage, { brand }: CodeSheet, logo: Picture | null): PDFOperator[] {
  if (!brand) return []
  const { left, right, y, width } = layout.brandLine
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at =>
    Number.parseInt(brand.color.slice(at, at + 2), 16),
  )
  return [
    pushGraphicsState(),
    setLineWidth(width),
    setStrokingRgbColor(red / 255, green / 255, blue / 255),
    moveTo(left, y),
    lineTo(right, y),
    stroke(),
    popGraphicsState(),
    ...(logo ? pictureAt(page, 'Logo', logo, layout.logo.left, layout.logo.bottom) : []),
  ]
}

/** What stands around the codes. */
function frame(
  { title, footer }: CodeSheet,
  pageNumber: string,
  fonts: Fonts,
  logo: Picture | null,
): PDFOperator[] {
  const { header, styles } = layout
  const numberAt = header.right - widthOf(pageNumber, styles.pageNumber.size, fonts)
  const titleAt = logo ? layout.logo.left + logo.width + layout.logo.gap : header.left
  const titleWidth = numberAt - titleAt - styles.title.size
  const fitted = fitting(title, styles.title.size, titleWidth, fonts)
  return [
    ...textAt(fitted, titleAt, header.baseline, styles.title, fonts),
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
  const lines = lineStyles.flatMap((style, n) => code.lines.slice(n, n + 1).map(text => ({ text, style })))
  const height = codeSide + lines.reduce((sum, { style }) => sum + style.leading, 0)
  const { left, top } = layout.placeOf(index)
  const center = left + cell.width / 2
  let bottom = top - (cell.height - height) / 2 - codeSide
  const operators = imageAt(page, index, await embedded(page.doc, code.image), center, bottom)
  for (const { text, style } of lines) {
    const baseline = bottom - style.size
    operators.push(...centered(text, center, baseline, textWidth, style, fonts))
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
  const scale = layout.codeSide / Math.max(width, height)
  const printed = { ref, width: width * scale, height: height * scale }
  const below = bottom + (layout.codeSide - printed.height) / 2
  return pictureAt(page, `Code${index}`, printed, center - printed.width / 2, below)
}

function pictureAt(
  page: PDFPage,
  called: string,
  { ref, width, height }: Picture,
  left: number,
  bottom: number,
): PDFOperator[] {
  const name = PDFName.of(called)
  page.node.setXObject(name, ref)
  return [
    pushGraphicsState(),
    concatTransformationMatrix(width, 0, 0, height, left, bottom),
    drawObject(name),
    popGraphicsState(),
  ]
}
