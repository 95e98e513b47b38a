import fc from 'fast-check'
import {
  likeliest,
  organizationNameKey,
  personNameKey,
  readOrganizationName,
  readPersonName,
  searchForm,
} from './index'
import { isHeading, isPlaceholder } from './placeholder'

describe('a name with exactly one right form is put into it', () => {
  test.each([
    ['张三', '张三'],
    ['张　三', '张三'],
    ['测 试 员', '测试员'],
    ['测 试员甲', '测试员甲'],
    ['测试 员', '测试员'],
    ['测 试 员 甲 乙', '测试员甲乙'],
    ['张公司马', '张公司马'],
    ['Anne\u2010Sample', 'Anne-Sample'],
    ['欧阳 修文', '欧阳修文'],
    ['  测试员丙\u200B ', '测试员丙'],
    ['\u202E测试\u2066员\uFE0F', '测试员'],
    ['⾼⽂', '高文'],
    ['⻢⻓⻛', '马长风'],
    ['\uF9D1', '六'],
    ['买买提·艾力', '买买提·艾力'],
    ['买买提 · 艾力', '买买提·艾力'],
    ['买买提·· 艾力', '买买提·艾力'],
    ['买买提.艾力', '买买提·艾力'],
    ['买买提。 艾力', '买买提·艾力'],
    ['Ｓａｍｐｌｅ　Ｐｅｒｓｏｎ', 'Sample Person'],
    ['J. R. O’Sample-Person', "J. R. O'Sample-Person"],
    ['测试员1', '测试员1'],
    ['〇测', '〇测'],
    ['\u{20000}测', '\u{20000}测'],
  ])('%s is %s', (text, value) => {
    expect(readPersonName(text)).toEqual({ ok: true, value })
  })

  test.each([
    ['"张三', '张三'],
    ['张"三', '张三'],
    ['“张三”', '张三'],
    ['「张三」', '张三'],
    ['张三先生', '张三'],
    ['李四 女士', '李四'],
    ['"买买提·艾力"', '买买提·艾力'],
  ])('%s is no name on any paper: is %s meant?', (text, suggestion) => {
    expect(readPersonName(text)).toEqual({ ok: false, code: 'unclear', suggestion })
  })

  test.each([
    ['""', 'placeholder'],
    ['"无"', 'placeholder'],
    ['先生', 'malformed'],
    ['"13800138000"', 'malformed'],
    ['(张三)', 'malformed'],
  ])('%s is none', (text, code) => {
    expect(readPersonName(text)).toStrictEqual({ ok: false, code })
  })

  test('every sign that looks like the dot is the dot', () => {
    const dots = '·•‧․∙∘⋅●・･．﹒ꞏ᛫⸱⸳⦁◦⚫⬤·.。｡'
    for (const dot of dots)
      expect([dot, readPersonName(`买买提${dot}艾力`)]).toEqual([dot, { ok: true, value: '买买提·艾力' }])
  })
})

describe('what may be meant in two ways is asked about', () => {
  test.each([
    ['买买提 艾力', '买买提·艾力'],
    ['买买提　艾力\u200B', '买买提·艾力'],
    ['阿依 古丽·买买提', '阿依·古丽·买买提'],
    ['买买提-艾力', '买买提·艾力'],
    ['买买提_艾力', '买买提·艾力'],
    ['测试员（法人）', '测试员'],
    ['测试员（法人）甲乙', '测试员·甲乙'],
    ['测试员（法人', '测试员·法人'],
    ['测 （a） 试 员 甲 乙', '测试员甲乙'],
    ['测试员 甲 乙', '测试员·甲·乙'],
    ['测 试员甲乙', '测·试员甲乙'],
    ['测试员·', '测试员'],
    ['测试员。', '测试员'],
  ])('%s: is it %s?', (text, suggestion) => {
    expect(readPersonName(text)).toEqual({ ok: false, code: 'unclear', suggestion })
  })
})

describe('what is no name is refused', () => {
  test.each([
    ...['无', '/', '—', '暂无', '（无）', 'NULL', 'null', 'N/A', '#N/A', '#REF!', '#NAME?', '########'],
    ...['', ' ', '\u200B', '。。', '待补充', 'None', 'NaN', 'undefined'],
  ])('%j says nothing', text => {
    expect(readPersonName(text)).toEqual({ ok: false, code: 'placeholder' })
  })

  test.each(['测\uFFFD员', '测?员', '张*', '张＊＊', '测□员', '测○员', '测\uE000员', '测\uD83D', '锟斤拷'])(
    '%s has lost signs',
    text => expect(readPersonName(text)).toEqual({ ok: false, code: 'signsLost' }),
  )

  test.each([
    ...[
      '13800138000',
      '测试员 13800138000',
      '110101199001010015',
      '42',
      '😀',
      '甲😀',
      '甲、乙',
      '甲/乙',
      '甲&乙',
    ],
    ...[
      '姓名',
      '姓名（必填）',
      '法定代表人',
      'Name',
      '示例有限公司',
      'a@example.com',
      '甲<b>',
      '甲。乙丙。丁A。B',
    ],
  ])('%s is no name', text => {
    expect(readPersonName(text)).toEqual({ ok: false, code: 'malformed' })
  })
})

describe('organizations', () => {
  test.each([
    ['示例(北京)科技有限公司', '示例（北京）科技有限公司'],
    ['示例 ( 北京 ) 有限公司', '示例（北京）有限公司'],
    ['示例·测试有限公司', '示例·测试有限公司'],
    ['示例•测试有限公司', '示例·测试有限公司'],
    ['示例ＴＥＳＴ有限公司', '示例TEST有限公司'],
    ['示例⾼科有限公司\u200B', '示例高科有限公司'],
    ['Example (Beijing) Co., Ltd.', 'Example (Beijing) Co., Ltd.'],
  ])('%s is %s', (text, value) => {
    expect(readOrganizationName(text)).toEqual({ ok: true, value })
  })

  test.each([
    ['示例【北京】有限公司', { code: 'unclear', suggestion: '示例（北京）有限公司' }],
    ['"示例有限公司"', { code: 'unclear', suggestion: '示例有限公司' }],
    ['示例（北京有限公司', { code: 'malformed' }],
    ['示例）北京（有限公司', { code: 'malformed' }],
    ['企业名称', { code: 'malformed' }],
    ['姓名', { code: 'malformed' }],
    ['13800138000', { code: 'malformed' }],
    ['无', { code: 'placeholder' }],
    ['#VALUE!', { code: 'placeholder' }],
    ['示例?有限公司', { code: 'signsLost' }],
  ])('%s is not taken', (text, fault) => {
    expect(readOrganizationName(text)).toEqual({ ok: false, ...fault })
  })
})

test('whichever way it is written, it is found and is the same', () => {
  const ways = [
    '买买提·艾力',
    '买买提•艾力',
    '买买提 艾力',
    '买买提.艾力',
    '买买提艾力',
    '买买提・艾力\u200B',
  ]
  expect(new Set(ways.map(personNameKey))).toEqual(new Set(['买买提艾力']))
  expect(new Set(ways.map(searchForm))).toEqual(new Set(['买买提艾力']))
  expect(likeliest(readPersonName, '买买提 艾力')).toBe('买买提·艾力')
  const names = [
    '示例(北京)有限公司',
    '示例（北京）有限公司',
    '示例 〔北京〕有限公司',
    '示例【北京】有限公司',
  ]
  expect(new Set(names.map(organizationNameKey)).size).toBe(1)
  expect(new Set(names.map(searchForm)).size).toBe(1)
  expect(['+86 138-0013-8000', '１３８００１３８０００'].map(searchForm)).toEqual([
    '13800138000',
    '13800138000',
  ])
  expect(['（2026）测0101民初1号', '(2026)测0101 民初1号', '〔2026〕测0101民初1号'].map(searchForm)).toEqual(
    Array(3).fill('(2026)测0101民初1号'),
  )
  expect(searchForm('ht-1.2')).toBe('HT-1.2')
  // Digests of these are stored: they never change.
  expect(personNameKey('Anne O’Sample-Person')).toBe('ANNEOSAMPLEPERSON')
  expect(organizationNameKey('示例•Test (北京)')).toBe('示例·TEST(北京)')
})

test.each([
  ['#GETTING_DATA', true],
  ['#DIV/0!', true],
  ['#1', true],
  ['甲#REF!', false],
  ['#REF!甲', false],
  ['#甲', false],
  ['0', false],
])('%s says nothing: %s', (text, expected) => {
  expect(isPlaceholder(text)).toBe(expected)
})

test('a heading is one with its hint too', () => {
  expect(['姓名', '姓名(必填)', 'Full name', '姓名表'].map(isHeading)).toEqual([true, true, true, false])
})

describe('of any text', () => {
  const sign = fc.constantFrom(...' 　·•.。-（）()[]【】?无测试张A1\u200B\uFFFD⾼⻢é\u0301')
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.string({ unit: sign, maxLength: 20 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )

  test.each([readPersonName, readOrganizationName])(
    'the right form and every suggestion are right: %p',
    read => {
      fc.assert(
        fc.property(anyText, text => {
          const reading = read(text)
          const value = reading.ok ? reading.value : reading.suggestion
          if (value !== undefined) expect(read(value)).toEqual({ ok: true, value })
        }),
        { numRuns: 2000 },
      )
    },
  )
})
