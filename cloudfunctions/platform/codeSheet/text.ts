import {
  beginText,
  endText,
  moveText,
  type PDFOperator,
  setFillingGrayscaleColor,
  setFontAndSize,
  setLineWidth,
  setStrokingGrayscaleColor,
  setTextRenderingMode,
  showText,
  TextRenderingMode,
} from '@cantoo/pdf-lib'
import type { Font, Fonts } from './fonts'
import type { TextStyle } from './layout'

interface Run {
  font: Font
  text: string
}

/** Helvetica has them all; among them 「·」, which names have and the Chinese encoding has not. */
const latin = /[\x20-\x7e\xa1-\xff]/
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu
/** UCS-2 ends with the first 65,536 characters, and the collection with the ideographs of 2000. */
const beyond = /[\u{10000}-\u{10ffff}\p{Cs}\u9fa6-\u9fff]/gu

const ellipsis = '…'

/** The text as it can be printed, cut to `width` points. */
export function fitting(text: string, size: number, width: number, fonts: Fonts): string {
  const printable = text.replace(unprintable, ' ').trim().replace(beyond, '?')
  const most = (width / size) * 1000
  const widths = [...printable].map(character => fontOf(character, fonts).widthOf(character))
  if (sumOf(widths) <= most) return printable
  let end = widths.length
  let total = sumOf(widths) + fonts.chinese.widthOf(ellipsis)
  while (end > 0 && total > most) total -= widths[--end] ?? 0
  return printable.slice(0, end).trimEnd() + ellipsis
}

/** In points. */
export function widthOf(text: string, size: number, fonts: Fonts): number {
  return (sumOf([...text].map(character => fontOf(character, fonts).widthOf(character))) * size) / 1000
}

/** `x`, `y`: where the first letter stands on its line. */
export function textAt(text: string, x: number, y: number, style: TextStyle, fonts: Fonts): PDFOperator[] {
  return [
    beginText(),
    setFillingGrayscaleColor(style.gray),
    setStrokingGrayscaleColor(style.gray),
    setLineWidth(style.bold),
    setTextRenderingMode(style.bold > 0 ? TextRenderingMode.FillAndOutline : TextRenderingMode.Fill),
    moveText(x, y),
    ...runsOf(text, fonts).flatMap(({ font, text }) => [
      setFontAndSize(font.name, style.size),
      showText(font.encode(text)),
    ]),
    endText(),
  ]
}

function runsOf(text: string, fonts: Fonts): Run[] {
  const runs: Run[] = []
  for (const character of text) {
    const font = fontOf(character, fonts)
    const last = runs[runs.length - 1]
    if (last?.font === font) last.text += character
    else runs.push({ font, text: character })
  }
  return runs
}

function fontOf(character: string, fonts: Fonts): Font {
  return latin.test(character) ? fonts.latin : fonts.chinese
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)
