import { SheetError } from './error'
import { type Format, textOfNumber, usualFormat } from './numberFormat'
import { joined, plainText } from './strings'
import { type Attributes, isTrue } from './xml'

export interface CellTexts {
  /** Shared by all cells. */
  strings: readonly string[]
  /** By style. */
  styles: readonly Format[]
  /** Days count from 1904 (old Macs) instead of 1900. */
  since1904: boolean
}

export interface CellText {
  text: string
  /** What was typed, a program turned into a date. */
  date: boolean
}

/** What a formula shows when no program has calculated it yet: its value is not in the file. */
const notCalculated = '#CALC!'

const valuePath = 'worksheet/sheetData/row/c/v'
const inlinePaths = new Set(['worksheet/sheetData/row/c/is/t', 'worksheet/sheetData/row/c/is/r/t'])

/** Reads one cell after the other. */
export function createCell(texts: CellTexts) {
  let type: string | undefined
  let style: number
  let value: string
  let inline: string
  let formula: boolean
  return {
    begin({ t, s }: Attributes) {
      type = t?.trim()
      style = Number(s ?? 0)
      value = ''
      inline = ''
      formula = false
    },
    formula() {
      formula = true
    },
    text(path: string, text: string) {
      if (path === valuePath) value = joined(value, text)
      else if (inlinePaths.has(path)) inline = joined(inline, text)
    },
    end(): CellText {
      if (type === 'inlineStr') return plain(plainText(inline || value))
      if (type === 'str') return plain(plainText(value || inline))
      const trimmed = value.trim()
      if (trimmed === '') return plain(formula ? notCalculated : plainText(inline))
      if (type === 's') return plain(sharedString(trimmed, texts.strings))
      if (type === 'b') return plain(isTrue(trimmed) ? 'TRUE' : 'FALSE')
      if (type === 'd') return { text: dateText(trimmed), date: true }
      return number(trimmed, texts.styles[style] ?? usualFormat, texts.since1904)
    },
  }
}

function plain(text: string): CellText {
  return { text, date: false }
}

/** Of `2026-03-12T00:00:00`: the day, and the time if it is none of midnight. */
function dateText(text: string): string {
  return text
    .replace(/T00:00:00.*/, '')
    .replace('T', ' ')
    .slice(0, '2026-03-12 08:30:00'.length)
}

function sharedString(index: string, strings: readonly string[]): string {
  const text = strings[Number(index)]
  // A text that is not there must not pass for an empty cell.
  if (text === undefined) throw new SheetError('broken')
  return text
}

function number(text: string, format: Format, since1904: boolean): CellText {
  const value = Number(text)
  // An error, or some writer forgot to say that it is a text.
  return Number.isFinite(value) ? textOfNumber(value, format, since1904) : plain(plainText(text))
}
