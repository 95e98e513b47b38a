import { refusedAs } from '../../../test/support/refusal'
import { createWorld, type World } from '../../../test/support/world'
import { ActionError, type ErrorCode, errorTexts } from '../../domain/errors'
import { SheetError, type SheetProblem } from '../../platform/sheet/index'
import { sweep } from '../sweep'
import { refusalOf, rowsOrRefusal, withSpreadsheet } from './table'

let world: World
beforeEach(() => {
  world = createWorld()
})

const fileId = 'cloud://env/imports/aaaaaaaaaaaaaaaa.csv'
const pastedId = 'cloud://env/imports/aaaaaaaaaaaaaaaa.txt'
const file = (id = fileId) => ({ kind: 'file', fileId: id }) as const
const nothingIsKept = () => expect([world.files.size, world.store.all('files')]).toEqual([0, []])
const cells = (sheets: { lines: readonly { cells: readonly string[] }[] }[]) =>
  sheets.map(({ lines }) => lines.map(each => each.cells.join('|')))

test('what is pasted is its own content, and nothing is nothing', async () => {
  const both = ({ content, sheets }: Parameters<Parameters<typeof withSpreadsheet>[2]>[0]) =>
    Promise.all([content(), sheets().then(cells)])
  expect(await withSpreadsheet(world.deps, { kind: 'text', text: 'a\tb\nc' }, both)).toEqual([
    'a\tb\nc',
    [['a|b', 'c']],
  ])
  expect(await withSpreadsheet(world.deps, { kind: 'empty' }, both)).toEqual(['', []])
})

test('a file is fetched once, whatever is asked of it, and deleted when that is done', async () => {
  world.files.set(fileId, Buffer.from('a,b\nc,d'))
  const fetched = jest.spyOn(world.deps.files, 'download')
  await withSpreadsheet(world.deps, file(), async ({ content, sheets }) => {
    const expiresAt = world.deps.clock() + 5 * 60_000
    const _id = expect.stringMatching(/^f_[0-9a-f]{32}$/)
    expect(world.store.all('files')).toMatchObject([{ _id, fileId, expiresAt }])
    expect(String(await content())).toBe('a,b\nc,d')
    expect(cells(await sheets())).toEqual([['a|b', 'c|d']])
  })
  expect(fetched).toHaveBeenCalledTimes(1)
  nothingIsKept()
})

test('one that nobody asks for is deleted unread, also when what it was for fails', async () => {
  world.files.set(fileId, Buffer.from('a'))
  const fetched = jest.spyOn(world.deps.files, 'download')
  const failing = withSpreadsheet(world.deps, file(), () => Promise.reject(new ActionError('BUSY')))
  expect(await refusedAs(failing)).toBe('BUSY')
  expect(fetched).not.toHaveBeenCalled()
  nothingIsKept()
})

test('a file of another kind is told by its kind, also in the log', async () => {
  const sheets = (id: string) =>
    withSpreadsheet(world.deps, file(id), async each => cells(await each.sheets()))
  world.files.set(fileId, Buffer.from('<html><body>a</body></html>'))
  expect(await refusedAs(sheets(fileId))).toBe('FILE_WEB_PAGE source')
  expect(world.logged.join()).toMatch(/import\.unreadable.*webPage/)
  // What was pasted is text, however it begins.
  const text = '%PDF-1.7\tb'
  world.files.set(fileId, Buffer.from(text))
  expect(await refusedAs(sheets(fileId))).toBe('FILE_OTHER_KIND source')
  world.files.set(pastedId, Buffer.from(text))
  expect(await sheets(pastedId)).toEqual([['%PDF-1.7|b']])
  nothingIsKept()
})

test('one that cannot be deleted stays on record until the sweep has done it', async () => {
  world.files.set(fileId, Buffer.from('a'))
  const { remove } = world.deps.files
  world.deps.files.remove = () => Promise.reject(new Error('away'))
  expect(await withSpreadsheet(world.deps, file(), async () => 'done')).toBe('done')
  expect(world.store.all('files')).toMatchObject([{ fileId }])
  expect(world.logged.join()).toContain('import.fileKept')
  world.deps.files.remove = remove
  world.pass(5 * 60_000)
  await sweep(world.deps)
  nothingIsKept()
})

test('one that is not there, or too large, says so', async () => {
  const read = (id: string) => withSpreadsheet(world.deps, file(id), ({ content }) => content())
  expect(await refusedAs(read(fileId))).toBe('FILE_UNREADABLE source')
  world.files.set(fileId, Buffer.alloc(5 * 1024 * 1024 + 1))
  expect(await refusedAs(read(fileId))).toBe('FILE_TOO_LARGE source')
  expect(world.logged.join()).not.toContain(fileId)
  nothingIsKept()
})

test('pasted text that came as a file is text, as long as a field takes', async () => {
  const read = (text: string) => {
    world.files.set(pastedId, Buffer.from(text))
    return withSpreadsheet(world.deps, file(pastedId), ({ content }) => content())
  }
  expect(await read('企业')).toBe('企业')
  expect(await read('x'.repeat(300_000))).toHaveLength(300_000)
  expect(await refusedAs(read('x'.repeat(300_001)))).toBe('FILE_TOO_LARGE source')
  nothingIsKept()
})

test.each([
  ['empty', 'SHEET_EMPTY'],
  ['noHeading', 'SHEET_NO_HEADING'],
  ['onlyHidden', 'SHEET_ALL_HIDDEN'],
  ['noSuchSheet', 'SHEET_NOT_FOUND'],
] as const)('a table that is %s is refused as %s', (problem, code) => {
  const refused = (() => {
    try {
      return rowsOrRefusal({ problem })
    } catch (error) {
      return error
    }
  })()
  expect(refused).toMatchObject({ code, field: 'source' })
})

test('a table with rows is passed on', () => {
  const table = { rows: [1] }
  expect(rowsOrRefusal(table)).toBe(table)
})

/** What an operator is told of a file; a problem that is not here does not compile. */
const codes: Record<SheetProblem, ErrorCode> = {
  empty: 'FILE_EMPTY',
  oldExcel: 'FILE_OLD_EXCEL',
  locked: 'FILE_LOCKED',
  webPage: 'FILE_WEB_PAGE',
  xml: 'FILE_XML',
  binaryWorkbook: 'FILE_BINARY_WORKBOOK',
  openDocument: 'FILE_OPEN_DOCUMENT',
  numbers: 'FILE_NUMBERS',
  otherKind: 'FILE_OTHER_KIND',
  tooLarge: 'FILE_TOO_LARGE',
  inflated: 'FILE_INFLATED',
  tooManyCells: 'SHEET_TOO_LARGE',
  unusual: 'FILE_UNUSUAL',
  broken: 'FILE_BROKEN',
}

test.each(Object.entries(codes))(
  'a file that is %s is refused as %s, which says what to do',
  (problem, code) => {
    expect(refusalOf(new SheetError(problem as SheetProblem))).toMatchObject({ code, field: 'source' })
    expect(errorTexts[code]).toMatch(/请/)
  },
)

test('any other error stays what it is', () => {
  const other = new Error('x')
  expect(refusalOf(other)).toBe(other)
})
