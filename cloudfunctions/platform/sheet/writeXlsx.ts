import writeExcelFile from 'write-excel-file/node'

export interface SheetToWrite {
  /** At most 31 characters, none of []/\:*? */
  name: string
  columns: readonly { heading: string; width: number }[]
  rows: readonly (readonly string[])[]
  /** Lines below that are empty and take what is typed as text, so that no id number is rounded. */
  blankRows?: number
}

/** Number format 49: what is typed stays as it is. */
const textFormat = '@'
const longestCell = 32_767

/**
 * An .xlsx workbook. Every cell is a text cell: `=1+1` shows as it stands and is never calculated. Headings are bold and
 * stay when scrolling.
 */
export function writeXlsx(...sheets: readonly SheetToWrite[]): Promise<Buffer> {
  return writeExcelFile(
    sheets.map(({ name, columns, rows, blankRows = 0 }) => ({
      sheet: name,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      data: [
        columns.map(({ heading }) => ({ ...textCell(heading), fontWeight: 'bold' as const })),
        ...rows.map(row => row.map(textCell)),
        ...Array.from({ length: blankRows }, () => columns.map(() => textCell(''))),
      ],
    })),
  ).toBuffer()
}

function textCell(text: string) {
  return { type: String, value: escaped(text), format: textFormat }
}

/** `_x0041_` stands for a character in spreadsheets (ECMA-376, 22.9.2.19); `_x005F_` keeps it as it is. */
function escaped(text: string): string {
  const plain = text
    .slice(0, longestCell)
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
    // The writer drops it, though XML allows it; a file in the wrong encoding is full of it.
    .replace(/\ufffd/g, '_xFFFD_')
  // The writer looks texts up in a plain object, and takes `constructor` for one it has met before.
  return plain in {}
    ? `_x${plain.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${plain.slice(1)}`
    : plain
}
