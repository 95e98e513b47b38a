import { codeOf } from '../../../test/support/refusal'
import { sheetFile } from './sheetFile'

/** A table of one cell, so that the file is of so many bytes. */
const sheetOf = (text: string) => ({ name: '表', columns: [{ heading: '列', width: 10 }], rows: [[text]] })
const bytesOf = ({ content }: { content: string }) => Buffer.from(content, 'base64').length

test('what one answer holds is handed out, to the last sign; one byte more is not', async () => {
  const least = bytesOf(await sheetFile('表', 'csv', sheetOf('')))
  const most = 525_000 - least
  const file = await sheetFile('表', 'csv', sheetOf('a'.repeat(most)))
  expect([file.content.length, bytesOf(file)]).toEqual([700_000, 525_000])
  expect(await codeOf(sheetFile('表', 'csv', sheetOf('a'.repeat(most + 1))))).toBe('RANGE_TOO_LARGE')
})

test.each([
  ['xlsx', 'PK'],
  ['csv', '\uFEFF'],
] as const)('a .%s is one, under a name that every system takes', async (format, beginning) => {
  const { name, content } = await sheetFile('入职：一/二', format, sheetOf('a'))
  expect(name).toBe(`入职：一 二.${format}`)
  expect(Buffer.from(content, 'base64').toString().startsWith(beginning)).toBe(true)
})
