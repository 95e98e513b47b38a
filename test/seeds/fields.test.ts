/** Every field of the pages this product was made from is in a table of our documents: where it enters, where it shows. */
import { readFileSync } from 'node:fs'
import { drawFields } from './field-names'
import { seedFields } from './fields'
import { seedIds, seedPage } from './seed-pages'

interface Row {
  names: string[]
  cells: string[]
}

/** The rows of the table below `### <heading>`; a path such as `organInfo.name` counts as its last name. */
function rowsOf(page: string, heading: string): Row[] {
  const [, below = ''] = readFileSync(page, 'utf8').split(`### ${heading}:每个字段\n`)
  const [section = ''] = below.split(/^##/m)
  return section
    .split('\n')
    .filter(line => line.startsWith('| `'))
    .map(line => {
      const [, first = '', ...rest] = line.split('|').map(cell => cell.trim())
      const names = [...first.matchAll(/`([\w.-]+)`/g)].map(found => found[1]?.split('.').at(-1) ?? '')
      return { names, cells: rest.slice(0, -1) }
    })
}

describe.each(seedIds)('page %s', id => {
  const { page, heading, fields } = seedFields[id]
  const rows = rowsOf(page, heading)

  test('our list of its fields is the one it has', () => {
    const text = seedPage(id)
    // A plain clone has no copy of the page: there the committed list stands for it.
    const drawn = text === null ? fields : drawFields(id, text)
    expect([...drawn].sort()).toEqual([...fields].sort())
  })

  test.each(fields)('%s has a row', field => {
    expect(rows.flatMap(({ names }) => names)).toContain(field)
  })

  test('no row is about a field the page lacks, and each says where it enters and where it shows', () => {
    for (const { names, cells } of rows) {
      for (const name of names) expect(fields).toContain(name)
      expect([names, cells.length, cells.filter(cell => cell === '')]).toEqual([names, 2, []])
    }
  })
})
