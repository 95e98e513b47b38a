import fc from 'fast-check'
import { isCreditCode, isResidentId } from '../identity'
import { type CheckContext, type CheckedRow, checkRows } from './check'
import { type Attachment, type Column, type Issue, issueCodes, type RowFields } from './row'
import { isCorrection, withSuggestions } from './suggest'

// All invented: neither the code nor the id number belongs to anybody.
const code = `91110000MA0000TE0${checkSign('91110000MA0000TE0', isCreditCode)}`
const otherCode = `91110000MA0000TE1${checkSign('91110000MA0000TE1', isCreditCode)}`
const idNumber = '110101199001010015'

const complete: RowFields = {
  name: '示例（北京）科技有限公司',
  creditCode: code,
  legalName: '测试员甲',
  address: '北京市海淀区示例路 1 号',
  adminName: '测试员乙',
  adminMobile: '13800138000',
  adminIdType: 'residentId',
  adminIdNumber: idNumber,
  authorization: '',
}
const single: CheckContext = {
  linkMode: 'single',
  authorization: null,
  limits: { licenceBytes: 5_000_000, letterBytes: 8_000_000, bodyBytes: 10_000_000 },
  now: Date.UTC(2026, 10, 29),
}
const perRow: CheckContext = { ...single, linkMode: 'perRow' }
const nobody = { adminName: '', adminMobile: '', adminIdType: '', adminIdNumber: '' }
const letter = { kind: 'letter', size: 100_000 } as const
const licence = { kind: 'licence', size: 100_000 } as const

function rowOf(fields: Partial<RowFields>, more: Partial<CheckedRow> = {}): CheckedRow {
  return { number: 1, fields: { ...complete, ...fields }, attachments: [], ...more }
}

function issuesOf(fields: Partial<RowFields>, context = single, more: Partial<CheckedRow> = {}): Issue[] {
  return checkRows([rowOf(fields, more)], context)[0] ?? []
}

test('a complete row has no issues', () => {
  expect(issuesOf({})).toEqual([])
})

test.each<[Column, string, Omit<Issue, 'column'> | null]>([
  ['name', '', { code: 'missing' }],
  ['name', '长'.repeat(101), { code: 'tooLong' }],
  ['name', '长'.repeat(100), null],
  ['name', '2026-11-30', { code: 'turnedToDate' }],
  ['name', '#REF!', { code: 'formulaError' }],
  ['name', '示例(北京)有限公司', { code: 'halfWidth', suggestion: '示例（北京）有限公司' }],
  ['name', '示例 有限公司', { code: 'malformed', suggestion: '示例有限公司' }],
  ['name', '示例(北京) 有限公司', { code: 'malformed', suggestion: '示例（北京）有限公司' }],
  ['name', 'Example (Beijing) Co., Ltd.', null],
  ['name', '示例TEST有限公司', null],
  ['creditCode', '', { code: 'missing' }],
  ['creditCode', code.toLowerCase(), { code: 'malformed', suggestion: code }],
  [
    'creditCode',
    `${code.slice(0, 4)} ${code.slice(4, 10)}-${code.slice(10)}`,
    { code: 'malformed', suggestion: code },
  ],
  ['creditCode', `９${code.slice(1)}`, { code: 'malformed', suggestion: code }],
  ['creditCode', code.replace('0000MA', 'OOOOMA'), { code: 'malformed', suggestion: code }],
  ['creditCode', code.slice(1), { code: 'malformed' }],
  ['creditCode', `92${code.slice(2)}`, { code: 'checkDigit' }],
  ['creditCode', '91110000SA00000000', { code: 'malformed' }],
  ['creditCode', '9.1110E+17', { code: 'digitsLost' }],
  ['legalName', '', { code: 'missing' }],
  ['legalName', '测 试', { code: 'malformed', suggestion: '测试' }],
  ['legalName', '买买提•艾力', { code: 'malformed', suggestion: '买买提·艾力' }],
  ['legalName', '买买提 艾力', { code: 'unclear', suggestion: '买买提·艾力' }],
  ['legalName', '无', { code: 'placeholder' }],
  ['legalName', '测\uFFFD员', { code: 'signsLost' }],
  ['legalName', 'Sample Person', null],
  // A number where none belongs is no number that was rounded.
  ['legalName', '1234567890123450', { code: 'malformed' }],
  ['legalName', '测'.repeat(51), { code: 'tooLong' }],
  ['address', '', null],
  ['address', '示例路 1 号', { code: 'malformed' }],
  ['address', '海淀区示例路 1 号', { code: 'malformed' }],
  ['address', '深圳市南山区示例路 1 号', null],
  ['address', '广东省深圳市南山区示例路 1 号', null],
  ['address', '上海浦东新区示例路 1 号', null],
  ['address', '中国（上海）自由贸易试验区示例路 1 号', null],
  ['address', '新疆维吾尔自治区示例市示例路 1 号', null],
  ['address', '黔西南布依族苗族自治州示例市示例路', null],
  ['address', '北京市', { code: 'malformed' }],
  ['address', '广东省', { code: 'malformed' }],
  ['address', `${'1'.repeat(20)}海淀区示例路`, { code: 'malformed' }],
  ['address', `北京市海淀区${'路'.repeat(494)}`, null],
  ['address', `北京市海淀区${'路'.repeat(495)}`, { code: 'tooLong' }],
  ['adminName', '', { code: 'missing' }],
  ['adminName', '测 试', { code: 'malformed', suggestion: '测试' }],
  ['adminName', '测'.repeat(51), { code: 'tooLong' }],
  ['adminMobile', '', { code: 'missing' }],
  ['adminMobile', '+86 138-0013-8000', { code: 'malformed', suggestion: '13800138000' }],
  ['adminMobile', '010-12345678', { code: 'malformed' }],
  ['adminMobile', '1.38E+10', { code: 'digitsLost' }],
  // Programs write a number so; all of it is there.
  ['adminMobile', '1.3800138E10', { code: 'malformed', suggestion: '13800138000' }],
  ['adminMobile', '13800138000.0', { code: 'malformed', suggestion: '13800138000' }],
  ['adminMobile', '1.23456E5', { code: 'malformed' }],
  ['adminIdNumber', '110101199001010000', { code: 'digitsLost' }],
  ['adminIdNumber', '1E17', { code: 'digitsLost' }],
  ['adminIdType', '', null],
  ['adminIdType', '护照', { code: 'unknownValue' }],
  ['adminIdNumber', '', { code: 'missing' }],
  ['adminIdNumber', '110101199001010014', { code: 'checkDigit' }],
  ['adminIdNumber', '11010119900101', { code: 'malformed' }],
  ['adminIdNumber', '110101 19900101 0015', { code: 'malformed', suggestion: idNumber }],
  ['authorization', 'legalPerson', null],
  ['authorization', '都可以', { code: 'unknownValue' }],
])('%s %j', (column, text, expected) => {
  expect(issuesOf({ [column]: text })).toEqual(expected ? [{ column, ...expected }] : [])
})

test('a paper that is not named is a resident id', () => {
  const fields = { adminIdType: '', adminIdNumber: '110101199001010014' }
  expect(issuesOf(fields)).toEqual([{ column: 'adminIdNumber', code: 'checkDigit' }])
})

test('who names an administrator by a number alone is asked for the rest', () => {
  const named = { ...nobody, adminIdNumber: idNumber }
  const missing = ['adminName', 'adminMobile'].map(column => ({ column, code: 'missing' }))
  expect(issuesOf(named, perRow)).toEqual(missing)
})

test('a file as large as it may be is not too large; of several that are too much together the largest is named', () => {
  const { licenceBytes } = single.limits
  const most = { attachments: [{ ...licence, size: licenceBytes }] }
  expect(issuesOf({}, single, most)).toEqual([])
  const [small, large] = [3_000_000, 4_900_000]
  for (const [licenceSize, letterSize, column] of [
    [small, large, 'letter'],
    [large, small, 'licence'],
  ] as const) {
    const attachments = [
      { ...licence, size: licenceSize },
      { ...letter, size: letterSize },
    ]
    expect(issuesOf({ authorization: 'letter' }, single, { attachments })).toEqual([
      { column, code: 'tooLarge' },
    ])
  }
})

describe('rows beside each other', () => {
  const conflictsOf = (rows: (Partial<RowFields> & { number: number })[]) =>
    checkRows(
      rows.map(({ number, ...fields }) => ({ ...rowOf({ creditCode: otherCode, ...fields }), number })),
      perRow,
    ).map(issues =>
      issues.flatMap(({ column, code: kind, other }) => (other ? [`${column} ${kind} ${other}`] : [])),
    )
  const named = (number: number, adminName: string) => ({
    number,
    adminName,
    name: `示例${number}号有限公司`,
    creditCode: '',
  })

  test('what is not said is no double and no conflict', () => {
    const empty = { name: '', creditCode: '', adminName: '', adminMobile: '', adminIdNumber: '' }
    expect(
      conflictsOf([
        { number: 1, ...empty },
        { number: 2, ...empty },
      ]),
    ).toEqual([[], []])
    const noMobile = { ...empty, adminName: '测试员甲' }
    expect(
      conflictsOf([
        { number: 1, ...noMobile },
        { number: 2, ...noMobile, adminName: '测试员乙' },
      ]),
    ).toEqual([[], []])
    const noName = { ...empty, adminMobile: '13800138000' }
    expect(
      conflictsOf([
        { number: 1, ...noName },
        { number: 2, ...noName, adminName: '测试员乙' },
      ]),
    ).toEqual([[], []])
  })

  test('the other row that is named is the first of those that differ, in whatever order they stand', () => {
    const rows = [named(4, '测试员丙'), named(2, '测试员乙'), named(3, '测试员乙'), named(1, '测试员甲')]
    expect(conflictsOf(rows)).toEqual([
      ['adminName adminConflict 1'],
      ['adminName adminConflict 1'],
      ['adminName adminConflict 1'],
      ['adminName adminConflict 2'],
    ])
  })

  test('of three that are the same each is told of the first other one', () => {
    const same = { creditCode: '', adminName: '测试员甲' }
    const rows = [3, 1, 2].map(number => ({ number, ...same }))
    expect(conflictsOf(rows)).toEqual([
      ['name duplicateName 1'],
      ['name duplicateName 2'],
      ['name duplicateName 1'],
    ])
  })
})

test('a question is not answered by itself, and a suggestion is for its own column', () => {
  const issues: Issue[] = [
    { column: 'legalName', code: 'unclear', suggestion: '买买提·艾力' },
    { column: 'adminName', code: 'malformed', suggestion: '测试' },
    { column: 'adminMobile', code: 'malformed' },
  ]
  expect(issues.map(isCorrection)).toEqual([false, true, false])
  expect(withSuggestions(complete, issues)).toEqual({ ...complete, adminName: '测试' })
})

test.each([
  ['hkMacauPermit', 'H1234567801', []],
  [
    'hkMacauPermit',
    'h1234567801',
    [{ column: 'adminIdNumber', code: 'malformed', suggestion: 'H1234567801' }],
  ],
  ['hkMacauPermit', 'H12345678', [{ column: 'adminIdNumber', code: 'malformed' }]],
  ['hkMacauPermit', '测试', [{ column: 'adminIdNumber', code: 'malformed' }]],
  ['hkMacauTaiwanResidence', '810000199001010000', []],
  ['hkMacauTaiwanResidence', '810000199001010001', [{ column: 'adminIdNumber', code: 'checkDigit' }]],
  ['hkMacauTaiwanResidence', idNumber, [{ column: 'adminIdNumber', code: 'impossible' }]],
  ['护照', 'E1234', [{ column: 'adminIdType', code: 'unknownValue' }]],
])('an id number of %s: %s', (adminIdType, number, expected) => {
  expect(issuesOf({ adminIdType, adminIdNumber: number })).toEqual(expected)
})

test('what the spreadsheet has rounded is not judged further', () => {
  expect(issuesOf({ creditCode: '9.1110000000000E+17' })).toEqual([
    { column: 'creditCode', code: 'digitsLost' },
  ])
})

describe('the administrator', () => {
  const missing = (...names: Column[]) => names.map(column => ({ column, code: 'missing' }))

  test.each<[string, Partial<RowFields>, CheckContext, Partial<CheckedRow>, unknown]>([
    ['one link needs a whole one', nobody, single, {}, missing('adminName', 'adminMobile', 'adminIdNumber')],
    ['links of their own need none', nobody, perRow, {}, []],
    ['a type alone names nobody', { ...nobody, adminIdType: 'residentId' }, perRow, {}, []],
    ['half of one is none', { ...nobody, adminName: '测试员乙' }, perRow, {}, missing('adminMobile')],
    ['nor is the other half', { ...nobody, adminMobile: '13800138000' }, perRow, {}, missing('adminName')],
    [
      'half of one is none for one link either',
      { ...nobody, adminMobile: '13800138000' },
      single,
      {},
      missing('adminName', 'adminIdNumber'),
    ],
    [
      'a letter needs a whole one',
      { ...nobody, authorization: 'letter' },
      perRow,
      { attachments: [letter] },
      missing('adminName', 'adminMobile', 'adminIdNumber'),
    ],
  ])('%s', (_, fields, context, more, expected) => {
    expect(issuesOf(fields, context, more)).toEqual(expected)
  })
})

describe('letters and files', () => {
  const five = { ...single, authorization: 'letterAndTransfer' } as const
  const big = (kind: Attachment['kind'], size: number) => ({ kind, size })

  test.each<[string, Partial<RowFields>, CheckContext, CheckedRow['attachments'], unknown]>([
    [
      'one link wants the letter now',
      { authorization: 'letter' },
      single,
      [],
      [{ column: 'letter', code: 'letterMissing' }],
    ],
    ['also when the batch says so', {}, five, [licence], [{ column: 'letter', code: 'letterMissing' }]],
    ['there it is', {}, five, [letter, licence], []],
    ['the row has the last word', { authorization: 'legalPerson' }, five, [], []],
    ['links of their own take it later', { authorization: 'letter' }, perRow, [], []],
    [
      'no letter for a legal person',
      { authorization: 'legalPerson' },
      perRow,
      [letter],
      [{ column: 'letter', code: 'letterNotExpected' }],
    ],
    [
      'a letter for nothing in particular',
      {},
      perRow,
      [letter],
      [{ column: 'authorization', code: 'missing' }],
    ],
    [
      'a licence too large',
      {},
      single,
      [big('licence', 5_000_001)],
      [{ column: 'licence', code: 'tooLarge' }],
    ],
    ['a letter too large', {}, five, [big('letter', 8_000_001)], [{ column: 'letter', code: 'tooLarge' }]],
    [
      'a letter that base64 makes too large',
      {},
      five,
      [big('letter', 7_900_000)],
      [{ column: 'letter', code: 'tooLarge' }],
    ],
    [
      'too large together',
      {},
      five,
      [big('licence', 4_000_000), big('letter', 3_900_000)],
      [{ column: 'licence', code: 'tooLarge' }],
    ],
  ])('%s', (_, fields, context, attachments, expected) => {
    expect(issuesOf(fields, context, { attachments })).toEqual(expected)
  })
})

describe('rows beside each other', () => {
  const found = (...rows: [number, Partial<RowFields>][]) =>
    checkRows(
      rows.map(([number, fields]) => rowOf(fields, { number })),
      single,
    )

  test('one name twice, however its brackets were typed', () => {
    const [first, second] = found([3, {}], [7, { name: '示例(北京)科技有限公司', creditCode: otherCode }])
    expect(first).toEqual([{ column: 'name', code: 'duplicateName', other: 7 }])
    expect(second).toContainEqual({ column: 'name', code: 'duplicateName', other: 3 })
  })

  test('one code thrice: each names the first other one', () => {
    const others = found(
      [1, { name: '甲' }],
      [2, { name: '乙', creditCode: code.toLowerCase() }],
      [3, { name: '丙' }],
    )
    expect(others.map(issues => issues.find(issue => issue.code === 'duplicateCode')?.other)).toEqual([
      2, 1, 1,
    ])
  })

  test('one mobile, two names or id numbers', () => {
    const other = { name: '乙', creditCode: otherCode }
    expect(found([1, {}], [2, { ...other, adminName: '测试员丙' }])).toEqual([
      [{ column: 'adminName', code: 'adminConflict', other: 2 }],
      [{ column: 'adminName', code: 'adminConflict', other: 1 }],
    ])
    expect(found([1, {}], [2, { ...other, adminIdNumber: '110101199001010031' }])[0]).toEqual([
      { column: 'adminIdNumber', code: 'adminConflict', other: 2 },
    ])
    expect(found([1, {}], [2, other])).toEqual([[], []])
    expect(found([1, {}], [2, { ...other, adminMobile: '13900139000', adminName: '测试员丙' }])).toEqual([
      [],
      [],
    ])
  })
})

describe('for any rows', () => {
  const anyText = fc.oneof(
    fc.constantFrom(
      '',
      code,
      otherCode,
      idNumber,
      '13800138000',
      '13900139000',
      'letter',
      'legalPerson',
      '甲',
      '乙(丙)',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }).map(text => text.trim()),
  )
  const anyFields = fc.record(
    Object.fromEntries(Object.keys(complete).map(column => [column, anyText])) as Record<
      Column,
      typeof anyText
    >,
  )
  const anyRows = fc
    .array(anyFields, { maxLength: 12 })
    .map(all => all.map((fields, index) => rowOf(fields, { number: index + 1 })))
  const anyContext = fc.constantFrom(single, perRow)

  test('the order makes no difference', () => {
    const shuffled = anyRows.chain(rows =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    )
    fc.assert(
      fc.property(shuffled, anyContext, ([rows, otherwise], context) => {
        const byNumber = (list: readonly CheckedRow[]) => {
          const issues = checkRows(list, context)
          return new Map(list.map((row, index) => [row.number, issues[index]]))
        }
        const before = byNumber(rows)
        for (const [number, issues] of byNumber(otherwise)) expect(issues).toEqual(before.get(number))
      }),
    )
  })

  test('issues are of known kinds, name rows that exist, and suggestions put things right', () => {
    fc.assert(
      fc.property(anyRows, anyContext, (rows, context) => {
        for (const [index, issues] of checkRows(rows, context).entries()) {
          const row = rows[index] ?? rowOf({})
          for (const issue of issues) {
            expect(issueCodes).toContain(issue.code)
            if (issue.other !== undefined)
              expect(rows.some(({ number }) => number === issue.other)).toBe(true)
            expect(issue.other).not.toBe(row.number)
          }
          const fields = withSuggestions(row.fields, issues)
          const left = checkRows([{ ...row, fields }], context)[0] ?? []
          expect(left.filter(isCorrection)).toEqual([])
        }
      }),
    )
  })
})

test('ten times the rows, all alike, take about ten times as long and not a hundred times', () => {
  const taken = [2000, 20_000].map(size => {
    const rows = Array.from({ length: size }, (_, index) =>
      rowOf({ adminName: `测试员${index}`, address: '甲'.repeat(500) }, { number: index + 1 }),
    )
    const startedAt = performance.now()
    const issues = checkRows(rows, single)
    expect(issues.at(-1)?.map(issue => issue.other)).toEqual([1, 1, undefined, 1])
    return performance.now() - startedAt
  })
  const [few = 0, many = 0] = taken
  expect(many / Math.max(few, 10)).toBeLessThan(60)
})

function checkSign(beginning: string, isValid: (text: string) => boolean): string {
  return [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].find(sign => isValid(beginning + sign)) ?? ''
}

test('the id number of these tests is well-formed', () => {
  expect(isResidentId(idNumber)).toBe(true)
})
