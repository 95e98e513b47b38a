import type { Sheet } from '../sheet/table'
import { type ImportedInvitees, importInvitees } from './importInvitees'

const tableOf = (...lines: string[][]): Sheet[] => [
  {
    name: '',
    hidden: false,
    lines: lines.map((cells, index) => ({ number: index + 1, cells })),
    hiddenColumns: [],
  },
]
const now = Date.UTC(2026, 10, 29)
const personHeadings = ['姓名', '手机号', '身份证号', '业务编号']
const organizationHeadings = [
  '企业名称',
  '统一社会信用代码',
  '法定代表人',
  '经办人姓名',
  '经办人手机号',
  '业务编号',
]
const people = (...lines: string[][]) => importInvitees(tableOf(personHeadings, ...lines), 'person', now)
const organizations = (...lines: string[][]) =>
  importInvitees(tableOf(organizationHeadings, ...lines), 'organization', now)
const issuesOf = (read: ImportedInvitees) => ('issues' in read ? read.issues : read)
const rowsOf = (read: ImportedInvitees) => ('rows' in read ? read.rows : read)

test('a person is what the line says, cleaned of what spreadsheets and habits add', () => {
  expect(
    people(['测 试员甲', '+86 138-0013 8000', '110101 19900101 0015', 'HT-1'], ['', '13800138001']),
  ).toEqual({
    rows: [
      {
        line: 2,
        invitee: { name: '测试员甲', mobile: '13800138000', idNumber: '110101199001010015' },
        bizId: 'HT-1',
      },
      { line: 3, invitee: { mobile: '13800138001' }, bizId: '' },
    ],
    issues: [],
    faulty: 0,
    lines: 2,
    unknownHeadings: [],
    leftOut: [],
  })
})

test('an organization likewise', () => {
  const line = ['示例甲(北京)有限公司', '91110000ma0tea001c', '测试员乙', '测试员甲', '8613800138000', 'a/1']
  expect(rowsOf(organizations(line, ['示例乙有限公司']))).toEqual([
    {
      line: 2,
      invitee: {
        name: '示例甲（北京）有限公司',
        registerNumber: '91110000MA0TEA001C',
        legalPerson: '测试员乙',
        applicantName: '测试员甲',
        applicantMobile: '13800138000',
      },
      bizId: 'a/1',
    },
    { line: 3, invitee: { name: '示例乙有限公司' }, bizId: '' },
  ])
})

describe('headings', () => {
  test.each([
    ['客户姓名,联系电话,证件号码,合同编号'],
    ['* 被邀请人（必填）,手机号码,身份证,工号'],
    ['Full name,Mobile phone,ID card no.,Order number'],
    ['真实姓名,Phone,公民身份号码,biz_id'],
  ])('of people: %s', headings => {
    const table = tableOf(headings.split(','), ['测试员甲', '13800138000', '110101199001010015', 'HT-1'])
    expect(importInvitees(table, 'person', now)).toMatchObject({
      rows: [
        {
          invitee: { name: '测试员甲', mobile: '13800138000', idNumber: '110101199001010015' },
          bizId: 'HT-1',
        },
      ],
      unknownHeadings: [],
    })
  })

  test.each([
    ['公司名称,税号,法人,联系人,联系电话,客户编号'],
    ['单位名称,信用代码,法人姓名,管理员姓名,管理员手机号,订单号'],
    ['Company,USCC,Legal representative,Applicant,Phone,Reference no.'],
    ['Organization name,Registration number,Legal person,Contact person,Mobile,Business ID'],
  ])('of organizations: %s', headings => {
    const line = ['示例甲有限公司', '91110000MA0TEA001C', '测试员乙', '测试员甲', '13800138000', 'HT-1']
    expect(importInvitees(tableOf(headings.split(','), line), 'organization', now)).toMatchObject({
      rows: [
        {
          invitee: {
            name: '示例甲有限公司',
            registerNumber: '91110000MA0TEA001C',
            legalPerson: '测试员乙',
            applicantName: '测试员甲',
            applicantMobile: '13800138000',
          },
          bizId: 'HT-1',
        },
      ],
      unknownHeadings: [],
    })
  })

  test('a list of nothing but mobiles, below a title', () => {
    expect(importInvitees(tableOf(['邀请名单'], ['手机号'], ['13800138000']), 'person', now)).toMatchObject({
      rows: [{ line: 3, invitee: { mobile: '13800138000' } }],
    })
  })

  test('columns that mean nothing are named, those that count lines are not', () => {
    const table = tableOf(['序号', '姓名', '部门', '编号', '手机'], ['1', '测试员甲', '财务', '7', ''])
    expect(importInvitees(table, 'person', now)).toMatchObject({
      rows: [{ invitee: { name: '测试员甲' }, bizId: '' }],
      unknownHeadings: ['部门'],
    })
  })

  test.each([
    ['empty', tableOf()],
    ['empty', tableOf(personHeadings, ['', '', ''])],
    ['noHeading', tableOf(['测试员甲', '13800138000'])],
  ] as const)('%s', (problem, table) => {
    expect(importInvitees(table, 'person', now)).toEqual({ problem })
  })
})

describe('a line at fault', () => {
  test.each([
    [['', '', '110101199001010015'], 'name', 'missing'],
    [['', '', '', 'HT-1'], 'name', 'missing'],
    [['长'.repeat(51)], 'name', 'tooLong'],
    [['', '1380013800'], 'mobile', 'malformed'],
    [['', '23800138000'], 'mobile', 'malformed'],
    [['', '1.3800138E+10'], 'mobile', 'digitsLost'],
    [['', '1E10'], 'mobile', 'digitsLost'],
    [['测试员甲', '', '110101199001010000'], 'idNumber', 'digitsLost'],
    [['测试员甲', '', '', '12-Dec'], 'bizId', 'turnedToDate'],
    [['测试员甲', '', '110101199001010016'], 'idNumber', 'checkDigit'],
    [['测试员甲', '', '11010119900101001'], 'idNumber', 'malformed'],
    [['测试员甲', '', '1.1010119900101E+17'], 'idNumber', 'digitsLost'],
    [['测试员甲', '', '', '合\uFFFD1'], 'bizId', 'signsLost'],
    [['测试员 乙丙'], 'name', 'unclear'],
    [['N/A', '13800138000'], 'name', 'placeholder'],
    [['测试员甲', '', '110101209901010017'], 'idNumber', 'impossible'],
    [['测试员甲', '', '', '1'.repeat(65)], 'bizId', 'tooLong'],
    [['测试员甲', `1380013${' '.repeat(1000)}8000`], 'mobile', 'tooLong'],
  ])('of people: %j has a %s that is %s', (line, column, code) => {
    expect(people(line)).toMatchObject({ rows: [], issues: [{ line: 2, column, code }], faulty: 1, lines: 1 })
  })

  test.each([
    [['', '91110000MA0TEA001C'], 'name', 'missing'],
    [['长'.repeat(101)], 'name', 'tooLong'],
    [['示例甲有限公司', '91110000MA0TEA001D'], 'registerNumber', 'checkDigit'],
    [['示例甲有限公司', '91110000MAOTEA001C'], 'registerNumber', 'malformed'],
    [['示例甲有限公司', '11010000000001'], 'registerNumber', 'malformed'],
    [['示例甲有限公司', '9.1E+17'], 'registerNumber', 'digitsLost'],
    [['示例甲有限公司', '', '长'.repeat(51)], 'legalPerson', 'tooLong'],
    [['示例甲有限公司', '', '', '长'.repeat(51)], 'applicantName', 'tooLong'],
    [['示例甲有限公司', '', '', '', '010-12345678'], 'applicantMobile', 'malformed'],
  ])('of organizations: %j has a %s that is %s', (line, column, code) => {
    expect(organizations(line)).toMatchObject({ rows: [], issues: [{ line: 2, column, code }], faulty: 1 })
  })

  test.each([
    ['长'.repeat(50)],
    ['测试员甲', '', '11010119900101004x'],
    ['', '1.3800138000E10'],
    ['', '13800138000.0'],
    ['测试员甲', '', '', '0'.repeat(64)],
    ['测试员甲', '', '', 'A_1.b:c/d-e'],
    ['测试员甲', '', '', '（2026）测0101民初1号'],
    ['测试员甲', '', '', 'HT 1'],
  ])('what is just right is not: %s %s %s %s', (...line) => {
    expect(people(line)).toMatchObject({ issues: [], faulty: 0, lines: 1 })
  })

  test.each([['长'.repeat(100)], ['示例甲有限公司', '110100000000015']])(
    'nor is an organization: %s %s',
    (...line) => {
      expect(organizations(line)).toMatchObject({ issues: [], faulty: 0, lines: 1 })
    },
  )

  test('has all its issues listed, and counts once', () => {
    expect(people(['', '1', '2', '合\uFFFD1'])).toEqual({
      rows: [],
      issues: [
        { line: 2, column: 'mobile', code: 'malformed' },
        { line: 2, column: 'idNumber', code: 'malformed' },
        { line: 2, column: 'bizId', code: 'signsLost' },
      ],
      faulty: 1,
      lines: 1,
      unknownHeadings: [],
      leftOut: [],
    })
  })
})

describe('two lines alike', () => {
  test('people with one mobile, id number or business number, however it is written', () => {
    const read = people(
      ['测试员甲', '13800138000', '110101199001010015', 'HT-1'],
      ['测试员甲', '13800138001', '', 'HT-2'],
      ['测试员乙', '+86 13800138000', '', ''],
      ['测试员丙', '', '110101 19900101 0015', ''],
      ['测试员丁', '', '', 'HT-1'],
    )
    expect(issuesOf(read)).toEqual([
      { line: 4, column: 'mobile', code: 'duplicate', other: 2 },
      { line: 5, column: 'idNumber', code: 'duplicate', other: 2 },
      { line: 6, column: 'bizId', code: 'duplicate', other: 2 },
    ])
  })

  test('organizations with one name, code or business number; one person may act for many', () => {
    const read = organizations(
      ['示例甲(北京)有限公司', '91110000MA0TEA001C', '测试员乙', '测试员甲', '13800138000', 'HT-1'],
      ['示例甲（北京）有限公司', '', '测试员乙', '测试员甲', '13800138000'],
      ['示例乙有限公司', '91110000ma0tea001c'],
      ['示例丙有限公司', '', '', '', '', 'HT-1'],
    )
    expect(issuesOf(read)).toEqual([
      { line: 3, column: 'name', code: 'duplicate', other: 2 },
      { line: 4, column: 'registerNumber', code: 'duplicate', other: 2 },
      { line: 5, column: 'bizId', code: 'duplicate', other: 2 },
    ])
  })

  test('the first of them is named, not the last', () => {
    expect(issuesOf(people(['', '13800138000'], ['', '13800138000'], ['', '13800138000']))).toEqual([
      { line: 3, column: 'mobile', code: 'duplicate', other: 2 },
      { line: 4, column: 'mobile', code: 'duplicate', other: 2 },
    ])
  })

  test('what is wrong anyway is no duplicate', () => {
    expect(issuesOf(people(['', '138'], ['', '138']))).toEqual([
      { line: 2, column: 'mobile', code: 'malformed' },
      { line: 3, column: 'mobile', code: 'malformed' },
    ])
  })
})

test('a text that the program took for a date is not what was typed', () => {
  const [sheet] = tableOf(personHeadings, ['测试员甲', '', '', '2026-11-30'])
  const lines = sheet?.lines.map(line => ({ ...line, dates: [3] })) ?? []
  expect(
    issuesOf(importInvitees([{ name: '', hidden: false, hiddenColumns: [], lines }], 'person', now)),
  ).toEqual([{ line: 2, column: 'bizId', code: 'turnedToDate' }])
})

test('lines at fault are told among what is left out where they were to be, and only if there are any', () => {
  const table = (...lines: string[][]) => tableOf([...personHeadings, '部门'], ...lines)
  const department = { what: 'column', name: '部门', count: 1, why: 'unknown' }
  const leftOut = (sheets: Sheet[], leaveFaulty: boolean) => {
    const read = importInvitees(sheets, 'person', now, { leaveFaulty })
    return 'leftOut' in read && read.leftOut
  }
  const faulty = table(['测试员甲', '', '', '', '财务'], ['', '1'], ['', '2'])
  expect(leftOut(faulty, true)).toEqual([{ what: 'row', name: '3-4', count: 2, why: 'faulty' }, department])
  expect(leftOut(faulty, false)).toEqual([department])
  expect(leftOut(table(['测试员甲', '', '', '', '财务']), true)).toEqual([department])
})

test('two hundred issues are listed, and every line at fault is counted', () => {
  const read = people(...Array.from({ length: 101 }, () => ['', '1', '2']), ['测试员甲'])
  expect(read).toMatchObject({ faulty: 101, lines: 102, rows: [{ line: 103 }] })
  expect(issuesOf(read)).toHaveLength(200)
})
