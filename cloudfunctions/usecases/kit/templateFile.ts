import type { FileResult } from '../../contract/batch'
import { writeXlsx } from '../../platform/sheet/index'

interface Template {
  /** Of the file, and of the sheet to fill in. */
  name: string
  /** What the second sheet is called. */
  exampleName: string
  columns: readonly { heading: string; width: number; example: string }[]
}

const blankRows = 1000

/** An empty spreadsheet to fill in, and a second sheet with one example. */
export async function templateFile({ name, exampleName, columns }: Template): Promise<FileResult> {
  const example = columns.map(column => column.example)
  const sheet = await writeXlsx(
    { name, columns, rows: [], blankRows },
    { name: exampleName, columns, rows: [example] },
  )
  return { name: `${name}.xlsx`, content: sheet.toString('base64') }
}
