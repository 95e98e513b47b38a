import fc from 'fast-check'
import { writeCsv } from '.'
import { readFile, readText } from './readFile'

const columns = [
  { heading: '企业名称', width: 30 },
  { heading: '备注', width: 20 },
]
const written = (...rows: string[][]) => writeCsv({ name: '企业', columns, rows })
const cellsOf = (bytes: Buffer) => readFile(bytes)[0]?.lines.map(line => line.cells)

test('is UTF-8 with a mark, and every line ends with CR LF', async () => {
  expect(await written(['甲公司', ''])).toEqual(Buffer.from('\ufeff企业名称,备注\r\n甲公司,\r\n'))
})

test('commas, quotation marks and line breaks are quoted', async () => {
  expect((await written(['甲,"乙"', '一\n二'])).toString()).toBe(
    '\ufeff企业名称,备注\r\n"甲,""乙""","一\n二"\r\n',
  )
})

test('without rows there are still the headings', async () => {
  expect(cellsOf(await written())).toEqual([['企业名称', '备注']])
})

test.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '=cmd|"/c calc"!A1', '=1\n2', '＝1+1'])(
  '%j is never calculated',
  async typed => {
    const cell = JSON.stringify(typed).slice(1, -1)
    const text = (await written(['甲', typed])).toString()
    expect([cell, text.split('甲,')[1]?.replace(/^"/, '').startsWith("'")]).toEqual([cell, true])
  },
)

test('what is written is what is read', async () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 20 })
    .map(each => readText(`x\t${each.replace(/["\t\r\n]/g, '')}`)[0]?.lines[0]?.cells[1] ?? '')
    .filter(each => !/^[=+\-@＝＋－＠]/.test(each))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.constant('甲'), cell), { maxLength: 20 }), async expected => {
      expect(cellsOf(await written(...expected))).toEqual([['企业名称', '备注'], ...expected])
    }),
  )
})
