import { combined, createHeadings, isData, keyOf, split } from './headings'
import type { Table } from './table'

const { find, columnOf } = createHeadings({
  columns: ['name', 'legal', 'admin', 'mobile'],
  texts: {
    zh: { name: '企业名称', legal: '法定代表人', admin: '管理员姓名', mobile: '管理员手机号' },
    en: { name: 'Organization name', legal: 'Legal person', admin: 'Administrator name', mobile: 'Mobile' },
  },
  aliases: { name: ['公司'], legal: ['法人'], admin: ['管理员'], mobile: ['手机号,电话,号码（手机）'] },
  fewestColumns: 2,
})
const table = (text: string): Table =>
  text.split('\n').map((each, index) => ({ number: index + 1, cells: each.split('|') }))
const found = (text: string, hidden?: number[]) => find(table(text), hidden)

describe('the same heading however it is written', () => {
  test.each([
    ['企业名称', '企 业 名 称（必填）'],
    ['企业名称', '1. 企業名稱'],
    ['手机号', '手机号 11位'],
    ['手机号', '请填写手机号'],
    ['手机号', '手机号必填项'],
    ['身份证号', '18位身份证号'],
    ['企业名称', '企业的名称'],
    ['mobile', 'Mobile (required)'],
  ])('%s = %s', (one, other) => {
    expect(keyOf(other.replace(/（.*）/, ''))).toBe(keyOf(one))
  })

  test('what is nothing but a hint is itself', () => {
    expect(['必填', '文本', 'Required'].map(keyOf)).toEqual(['必填', '文本', 'required'])
    expect(keyOf('的')).toBe('')
  })
})

test('a start reads no dictionary: names get their keys when the first heading is asked for, and once', () => {
  let reads = 0
  const counted = {
    get name() {
      reads += 1
      return ['公司,单位']
    },
  }
  const lazy = createHeadings({
    columns: ['name'],
    texts: { zh: { name: '企业名称' }, en: { name: 'Organization name' } },
    aliases: counted,
    fewestColumns: 1,
  })
  expect(reads).toBe(0)
  expect([lazy.columnOf('单位'), lazy.columnOf('电话'), reads]).toEqual(['name', null, 1])
})

test.each([
  ['企业名称', 'name'],
  ['企业名称（与执照一致）', 'name'],
  ['企业名称（与执照一致', 'name'],
  ['（与执照一致）企业名称', 'name'],
  ['企业名称/公司', 'name'],
  ['企业名称或公司', 'name'],
  // Two names for two things are none for either.
  ['企业名称/手机号', null],
  ['企业名称/不认识', 'name'],
  ['企业名称 Organization name', 'name'],
  ['公司 Mobile', null],
  ['公司 Mobile 手机号', null],
  ['号码（手机）', 'mobile'],
  ['Mobile 手机号', null],
  ['Mobile', 'mobile'],
  ['公司'.padEnd(121), null],
  ['公司'.padEnd(120), 'name'],
  ['', null],
])('%j is the column %s', (text, column) => {
  expect(columnOf(text)).toBe(column)
})

describe('headings in two lines', () => {
  test('a group above says whom the ones below are about, also where it was merged', () => {
    expect(found('企业信息|法人信息|管理员信息|\n名称|姓名|姓名|手机号')).toMatchObject({
      index: 0,
      end: 2,
      columns: ['name', null, 'admin', 'mobile'],
    })
    expect(found('基本信息||管理员信息|\n公司|法人|姓名|手机号')).toMatchObject({
      index: 0,
      end: 2,
      columns: ['name', 'legal', 'admin', 'mobile'],
    })
  })

  test('the mobile of somebody else is not the administrator’s', () => {
    for (const somebody of ['法定代表人', '财务经理', '业务负责人'])
      expect(found(`企业信息|管理员信息|${somebody}\n名称|姓名|手机号`)?.columns).toEqual([
        'name',
        'admin',
        null,
      ])
    expect(found('企业信息|管理员信息|备注\n名称|姓名|手机号')?.columns).toEqual(['name', 'admin', 'mobile'])
  })

  test('a group goes on over what has a heading below it and none above', () => {
    expect(found('企业信息|管理员信息||财务经理|\n名称|姓名|手机号|姓名|手机号')?.columns).toEqual([
      'name',
      'admin',
      'mobile',
      null,
      null,
    ])
    // Also where the line above is shorter.
    expect(found('企业信息|管理员信息|法人|财务经理\n名称|姓名|法人|姓名|手机号')?.columns).toEqual([
      'name',
      'admin',
      'legal',
      null,
      null,
    ])
    // It ends where nothing stands below it.
    expect(found('企业信息|财务经理|\n名称||手机号')?.columns).toEqual(['name', null, 'mobile'])
    expect(found('企业信息|管理员信息|手机号\n名称||手机号')?.columns).toEqual(['name', null, 'mobile'])
    expect(found('企业信息|管理员信息 （必填）\n名称|姓名')?.columns).toEqual(['name', 'admin'])
    for (const table of ['企业信息|管理员||\n名称|姓名||手机号', '企业信息|管理员|手机号|\n名称|姓名|手机号'])
      expect(found(table)?.unused).toMatchObject([{ why: 'unnamed' }])
    // Cells that are merged over both lines, and a line above that is longer.
    expect(found('公司|手机号|管理员信息|法人\n公司|手机号|姓名')?.columns).toEqual([
      'name',
      'mobile',
      'admin',
      'legal',
    ])
  })

  test('a column of two lines that is not used is called by both', () => {
    const table = '|企业信息|管理员信息||法人信息|批注|备注|管理员|\n其他|名称|姓名|手机号|姓名|批注||'
    expect(found(table)).toMatchObject({
      end: 2,
      columns: [null, 'name', 'admin', 'mobile', null, null, null, null, null],
      unused: [
        { column: 0, name: '其他', why: 'unknown' },
        { column: 4, name: '法人信息 姓名', why: 'unknown' },
        { column: 5, name: '批注', why: 'unknown' },
        { column: 6, name: '备注', why: 'unknown' },
        { column: 7, name: '管理员', why: 'twice' },
        { column: 8, name: 'I', why: 'unnamed' },
      ],
    })
  })

  test('a group that adds nothing is a title', () => {
    expect(found('十一月企业清单|\n公司|手机号\n甲|1')).toMatchObject({ index: 1, end: 2 })
  })
})

describe('which line is the heading', () => {
  test('the one with the most columns, and a hint below is no row', () => {
    const text = '公司|手机号|随便\n公司|法人|管理员|手机号\n必填|（可选）||required\n甲|乙|丙|1'
    expect(found(text)).toMatchObject({ index: 1, end: 3, columns: ['name', 'legal', 'admin', 'mobile'] })
    // Something of its own: no hint.
    expect(found('公司|手机号\n必填|甲')).toMatchObject({ end: 1 })
    expect(found('公司|手机号\n|')).toMatchObject({ end: 1 })
  })

  test('of two alike the lower one that is nothing but headings', () => {
    expect(found('公司|手机号|批注\n公司|手机号')).toMatchObject({ index: 1, end: 2 })
    expect(found('公司|手机号\n公司|手机号|批注')).toMatchObject({ index: 0, end: 1 })
    // What counts lines, is not named or hidden is no stranger.
    for (const lower of ['公司|手机号|序号', '公司||手机号'])
      expect(found(`公司|手机号|批注\n${lower}`)).toMatchObject({ index: 1, end: 2 })
    expect(found('公司|手机号|批注|x\n公司|手机号||批注', [3])).toMatchObject({ index: 1, end: 2 })
    // Further below it is a row that looks like one.
    expect(found('公司|手机号\n公司|手机号')).toMatchObject({ index: 1 })
    expect(found('公司|手机号\n随便\n公司|手机号')).toMatchObject({ index: 0 })
  })

  test('a line about somebody is none, though it has a word of the headings in it', () => {
    expect(found('公司|13800138000|手机号\n公司|手机号')).toMatchObject({ index: 1 })
    expect(found('公司|法人|管理员|13800138000\n公司|手机号')).toMatchObject({ index: 1 })
    expect(isData({ number: 1, cells: ['138 0013-8000'] }, columnOf)).toBe(true)
    expect(isData({ number: 1, cells: ['甲', '１３８００１３８０００'] }, columnOf)).toBe(true)
    expect(isData({ number: 1, cells: ['123456', '甲'] }, columnOf)).toBe(false)
    // An example within a heading.
    expect(isData({ number: 1, cells: ['手机号（如 13800138000）'] }, columnOf)).toBe(false)
  })

  test('one of the first twenty, and one with enough columns', () => {
    const far = (lines: number) => found(`${'甲\n'.repeat(lines)}公司|手机号\n乙|1`)
    expect(far(19)).toMatchObject({ index: 19, end: 20 })
    expect(far(20)).toBeNull()
    expect(found('公司|名单')).toBeNull()
  })

  test('a hidden column says nothing, and why a column is not used is told', () => {
    expect(found('公司|手机号|序号||公司|批注|法人', [6])).toEqual({
      index: 0,
      end: 1,
      columns: ['name', 'mobile', null, null, null, null, null],
      unused: [
        { column: 2, name: '序号', why: 'counter' },
        { column: 3, name: 'D', why: 'unnamed' },
        { column: 4, name: '公司', why: 'twice' },
        { column: 5, name: '批注', why: 'unknown' },
        { column: 6, name: '法人', why: 'hidden' },
      ],
    })
  })
})

test('names are written side by side, and every head goes with every tail', () => {
  expect(split(['a,b', 'c'])).toEqual(['a', 'b', 'c'])
  expect(combined('管理员,超管', '姓名,名字')).toBe('管理员姓名,管理员名字,超管姓名,超管名字')
})
