import { createHeadings } from './headings'
import { type Choice, rowsOf } from './rows'
import type { Line, Sheet } from './table'

const headings = createHeadings({
  columns: ['name', 'mobile', 'code'],
  texts: {
    zh: { name: '姓名', mobile: '手机号', code: '编码' },
    en: { name: 'Name', mobile: 'Mobile', code: 'Code' },
  },
  aliases: { name: ['全名'], mobile: ['电话'], code: [] },
  fewestColumns: 1,
})

const line = (number: number, cells: string[], more: Partial<Line> = {}): Line => ({ number, cells, ...more })
/** Cells separated by `|`, one line below the other. */
const sheet = (text: string, more: Partial<Sheet> = {}): Sheet => ({
  name: '名单',
  hidden: false,
  lines: text.split('\n').map((each, index) => line(index + 1, each.split('|'))),
  hiddenColumns: [],
  ...more,
})
const read = (sheets: Sheet[], choice?: Choice) => rowsOf(sheets, headings, choice)
const leftOut = (sheets: Sheet[], choice?: Choice) => {
  const found = read(sheets, choice)
  return 'leftOut' in found ? found.leftOut : found
}
const names = (sheets: Sheet[], choice?: Choice) => {
  const found = read(sheets, choice)
  return 'rows' in found ? found.rows.map(({ texts }) => texts.name) : found
}

describe('which sheet is read', () => {
  test('the first that can be seen, whatever hidden ones or examples say before it', () => {
    const sheets = [
      sheet('姓名|手机号\n藏|1', { name: '旧', hidden: true }),
      sheet('姓名|手机号\n例|1', { name: ' 填写示例 ' }),
      sheet('姓名|手机号\n甲|1'),
      sheet('姓名|手机号\n乙|1\n丙|2', { name: '另一张' }),
      sheet('随便写的\n一些字', { name: '杂' }),
      sheet('', { name: '空', lines: [] }),
      sheet('姓名|手机号', { name: '空表' }),
    ]
    expect(names(sheets)).toEqual(['甲'])
    expect(leftOut(sheets)).toEqual([
      { what: 'sheet', name: '旧', count: 1, why: 'hidden' },
      { what: 'sheet', name: ' 填写示例 ', count: 1, why: 'example' },
      { what: 'sheet', name: '另一张', count: 2, why: 'notChosen' },
      { what: 'sheet', name: '杂', count: 2, why: 'noHeading' },
    ])
  })

  test('the one that is asked for, hidden or an example; none of that name is said', () => {
    const sheets = [
      sheet('姓名\n甲'),
      sheet('姓名\n乙', { name: '示例' }),
      sheet('姓名\n丙', { name: '藏', hidden: true }),
    ]
    expect(names(sheets, { sheet: '示例' })).toEqual(['乙'])
    expect(names(sheets, { sheet: '藏' })).toEqual(['丙'])
    expect(names(sheets, { sheet: '没有' })).toEqual({ problem: 'noSuchSheet' })
  })

  test('an explanation with a word of the headings in it is not the list', () => {
    const explanation = sheet('姓名\n写身份证上的', { name: '表一' })
    const list = sheet('姓名|手机号|编码\n甲|1|2', { name: '表二' })
    expect(names([explanation, list])).toEqual(['甲'])
    // Half of the headings is not more than half.
    expect(names([sheet('姓名|手机号\n乙|1'), sheet('姓名|手机号|编码\n甲|1|2')])).toEqual(['乙'])
    expect(names([sheet('姓名\n乙'), sheet('姓名|手机号\n甲|1')])).toEqual(['甲'])
    expect(names([sheet('姓名|a|b|c\n乙|||'), sheet('姓名|手机号|编码\n甲|1|2')])).toEqual(['甲'])
    const named = sheet('姓名|手机号\n说明|1', { name: '填写说明' })
    expect(names([named, sheet('姓名|手机号\n甲|1')])).toEqual(['甲'])
    // When there is nothing else, it is what was meant.
    expect(names([named])).toEqual(['说明'])
  })

  test.each([
    ['empty', [], 'nothing at all'],
    ['empty', [sheet('姓名|手机号')], 'headings alone'],
    ['noHeading', [sheet('甲|1\n乙|2')], 'rows alone'],
    ['empty', [sheet('姓名|手机号'), sheet('甲|1\n乙|2')], 'headings here and rows there'],
    ['onlyHidden', [sheet('姓名\n甲', { hidden: true })], 'a hidden sheet'],
    ['empty', [sheet('姓名\n甲', { name: 'example' })], 'an example'],
    [
      'onlyHidden',
      [sheet('', { lines: [line(1, ['姓名']), line(2, ['甲'], { hidden: true })] })],
      'hidden rows',
    ],
    ['onlyHidden', [sheet('姓名\n甲', { hiddenColumns: [0] })], 'a hidden column'],
  ] as const)('%s: of %j (%s) nothing can be read', (problem, sheets, _what) => {
    expect(read([...sheets])).toEqual({ problem })
  })
})

describe('which lines are rows', () => {
  const filtered = sheet('', {
    lines: [
      line(1, ['姓名', '手机号']),
      line(2, ['甲', '1']),
      line(4, ['乙', '2'], { hidden: true }),
      line(5, ['丙', '3'], { hidden: true }),
      line(7, ['丁', '4']),
    ],
  })

  test('those that can be seen, or all where that was asked for', () => {
    expect(names([filtered])).toEqual(['甲', '丁'])
    expect(leftOut([filtered])).toEqual([{ what: 'row', name: '4-5', count: 2, why: 'hidden' }])
    expect(names([filtered], { hiddenRows: true })).toEqual(['甲', '乙', '丙', '丁'])
    expect(leftOut([filtered], { hiddenRows: true })).toEqual([])
  })

  test('hidden columns say something only where that was asked for', () => {
    const hiding = sheet('姓名|手机号\n甲|1', { hiddenColumns: [1] })
    expect(read([hiding])).toMatchObject({ rows: [{ texts: { name: '甲', mobile: '', code: '' } }] })
    expect(leftOut([hiding])).toEqual([{ what: 'column', name: '手机号', count: 1, why: 'hidden' }])
    expect(read([hiding], { hiddenColumns: true })).toMatchObject({ rows: [{ texts: { mobile: '1' } }] })
  })

  test('the headings once more, as printed pages have them, are none', () => {
    expect(names([sheet('姓名|手机号\n甲|1\n姓名|手机号\n乙|2\n全名|电话\nName|\n电话|\n丙|3')])).toEqual([
      '甲',
      '乙',
      '电话',
      '丙',
    ])
    // One word that is also another name for the column may be somebody's.
    expect(names([sheet('姓名|手机号\n全名|\n姓名|')])).toEqual(['全名'])
    // Nor is a line that says something of its own beside.
    expect(names([sheet('姓名|手机号\n姓名|2')])).toEqual(['姓名'])
  })

  test('what a merged cell above says is not enough to be a row', () => {
    const merged = sheet('', {
      lines: [
        line(1, ['姓名', '手机号', '编码']),
        line(2, ['甲', '1', 'A']),
        line(3, ['', '', 'A'], { filled: [2] }),
        line(4, ['乙', '', 'A'], { filled: [2] }),
        line(5, ['', '', 'B'], { filled: [1] }),
      ],
    })
    expect(names([merged])).toEqual(['甲', '乙', ''])
  })

  test('people above the headings are told, a title is not', () => {
    const above = sheet('', {
      lines: [
        line(1, ['十一月名单', '十一月名单', ''], { filled: [1] }),
        line(2, ['甲', '13800138000']),
        line(3, ['乙', '丙']),
        line(4, ['姓名', '手机号', '编码']),
        line(5, ['丁', '1', '2']),
      ],
    })
    expect(leftOut([above])).toEqual([{ what: 'row', name: '2-3', count: 2, why: 'aboveHeading' }])
  })
})

describe('what the columns say', () => {
  test('a text is kept by its column, a date is marked, and one without measure is cut', () => {
    const dated = sheet('', {
      lines: [line(1, ['编码', '备注', '姓名']), line(9, ['2026-11-30', '2026-11-30'], { dates: [0, 1] })],
    })
    expect(read([dated])).toMatchObject({
      rows: [{ line: 9, texts: { name: '', mobile: '', code: '2026-11-30' }, dates: ['code'] }],
    })
    expect(names([sheet(`姓名\n${'长'.repeat(600)}`)])).toEqual(['长'.repeat(501)])
  })

  test('columns that say something and mean nothing to us are told, those that count lines are not', () => {
    const table = '序号|姓名|备注|姓名||空列\n1|甲|急|甲二|x\n2|乙||乙二||\n3|丙|慢|||||beyond'
    expect(read([sheet(table)])).toMatchObject({ unknownHeadings: ['备注', '姓名', '空列'] })
    expect(leftOut([sheet(table)])).toEqual([
      { what: 'column', name: '备注', count: 2, why: 'unknown' },
      { what: 'column', name: '姓名', count: 2, why: 'twice' },
      { what: 'column', name: 'E', count: 1, why: 'unknown' },
      { what: 'column', name: 'H', count: 1, why: 'unknown' },
    ])
  })

  test('a column that is called a counter and counts nothing is told', () => {
    expect(leftOut([sheet('编号|姓名\nHT-1|甲\n2|乙')])).toEqual([
      { what: 'column', name: '编号', count: 2, why: 'unknown' },
    ])
    expect(leftOut([sheet('编号|姓名\n123456|甲')])).toHaveLength(1)
    expect(leftOut([sheet('编号|姓名\n12345|甲')])).toEqual([])
  })

  test('long names are cut, and no more than fifty are told', () => {
    const many = Array.from({ length: 60 }, (_, index) => `备注${index}`)
    const found = read([sheet(`姓名|${many.join('|')}\n甲|${many.join('|')}`)])
    expect(found).toMatchObject({ unknownHeadings: many.slice(0, 50) })
    expect('leftOut' in found && found.leftOut).toHaveLength(50)
    const long = '注'.repeat(60)
    expect(read([sheet(`姓名|${long}\n甲|x`)])).toMatchObject({ unknownHeadings: ['注'.repeat(50)] })
    expect(leftOut([sheet(`姓名|${long}\n甲|x`), sheet('无', { name: long })])).toMatchObject([
      { what: 'sheet', name: '注'.repeat(50) },
      { what: 'column', name: '注'.repeat(50) },
    ])
  })
})
