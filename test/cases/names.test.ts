import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { actions } from '../../cloudfunctions/contract/actions'
import { type Purpose, reportOf } from '../../scripts/sheet-report'

/** Names and numbers as people brought them; whoever they seem to name is made up. */
const bytesOf = (n: number) => {
  const folder = path.join(__dirname, String(n))
  const [input = ''] = readdirSync(folder)
  return readFileSync(path.join(folder, input))
}
const rowsOf = (n: number, purpose: Purpose) => reportOf(() => bytesOf(n), purpose).rows

test('2: a gap where a dot may belong is asked about, one that aligns a column is closed', () => {
  expect(rowsOf(2, 'person')).toEqual([
    {
      line: 2,
      fields: { name: '买买提 艾力', mobile: '10020033001' },
      issues: [{ field: 'name', code: 'unclear', suggestion: '买买提·艾力' }],
    },
    { line: 3, fields: { name: '张三', mobile: '10020033003' }, issues: [] },
  ])
})

test('3: every sign that looks like the dot is at fault and has the dot for a suggestion', () => {
  const found = rowsOf(3, 'batch').map(({ fields, issues }) => [
    fields.legalName,
    issues.filter(({ field }) => field === 'legalName' || field === 'adminName'),
  ])
  expect(found).toHaveLength(15)
  for (const [name, issues] of found) {
    if (name === '买买提·艾力') expect(issues).toEqual([])
    else {
      const code = name === '买买提 艾力' ? 'unclear' : 'malformed'
      expect([name, issues]).toEqual([
        name,
        [
          { field: 'legalName', code, suggestion: '买买提·艾力' },
          { field: 'adminName', code, suggestion: '阿依·古丽' },
        ],
      ])
    }
  }
})

test('5: radicals, as a PDF yields them, are the characters they look like', () => {
  expect(rowsOf(5, 'person').map(({ fields, issues }) => [fields.name, issues])).toEqual([
    ['\u9AD8\u6587', []],
    ['\u9AD8\u6587', []],
  ])
})

test('29: a case number as courts write it is a business number', () => {
  expect(rowsOf(29, 'person')).toEqual([
    {
      line: 2,
      fields: { name: '测试员甲', mobile: '10020033001', bizId: '（2026）测0101民初1号' },
      issues: [],
    },
  ])
})

test('30: permits and residence permits are checked before they are sent', () => {
  const issue = (code: string) => [{ field: 'adminIdNumber', code, suggestion: null }]
  expect(rowsOf(30, 'batch').map(({ issues }) => issues)).toEqual([
    issue('malformed'),
    issue('malformed'),
    issue('checkDigit'),
  ])
})

test('32: what says nothing, a failed formula and a mobile are no names', () => {
  const code = (line: number, what: string) => [line, [{ field: 'name', code: what, suggestion: null }]]
  expect(rowsOf(32, 'person').map(({ line, issues }) => [line, issues])).toEqual([
    code(2, 'placeholder'),
    code(3, 'placeholder'),
    code(4, 'formulaError'),
    code(5, 'placeholder'),
    code(6, 'malformed'),
  ])
})

test('33: what cannot be seen does not come in with a form either', () => {
  const { input } = JSON.parse(bytesOf(33).toString('utf8')) as { input: Record<string, unknown> }
  const { person } = input as { person: Record<string, unknown> }
  const read = v.parse(actions['verification.start'].input, {
    clientKey: 'k'.repeat(16),
    vendor: 'qiyuesuo',
    subject: 'person',
    consentId: `c_${'0'.repeat(32)}`,
    person,
  })
  expect(read).toMatchObject({
    person: { name: '测试员丙', contact: { value: '10020033003' }, idNumber: '110101199001010031' },
  })
})

test.each([
  [
    'person',
    { contact: { type: 'mobile', value: '+86 137 0000 0888' } },
    { contact: { value: '13700000888' } },
  ],
  ['person', { idNumber: '１１０１０１ 19900101 004x' }, { idNumber: '11010119900101004X' }],
  ['person', { name: '买买提•艾力' }, { name: '买买提·艾力' }],
  ['person', { bankNumber: '6222 0000 0000 0000' }, { bankNumber: '6222000000000000' }],
  ['organization', { name: '示例(北京)有限公司' }, { name: '示例（北京）有限公司' }],
  ['organization', { registerNumber: '91110000 ma0tea001c' }, { registerNumber: '91110000MA0TEA001C' }],
] as const)('a form is read as a spreadsheet is: %s %j', (subject, said, expected) => {
  const contact = { type: 'mobile', value: '10020033003' }
  const whole =
    subject === 'person' ? { contact, ...said } : { name: '示例', applicant: { contact }, ...said }
  const read = v.parse(actions['verification.start'].input, {
    clientKey: 'k'.repeat(16),
    vendor: 'qiyuesuo',
    subject,
    consentId: `c_${'0'.repeat(32)}`,
    [subject]: whole,
  })
  expect(read).toMatchObject({ [subject]: expected })
})

test.each(['买买提 艾力', '无', '测?员', '13800138000', '姓名'])(
  'a form asks about or refuses %s too',
  name => {
    const result = v.safeParse(actions['verification.start'].input, {
      clientKey: 'k'.repeat(16),
      vendor: 'qiyuesuo',
      subject: 'person',
      consentId: `c_${'0'.repeat(32)}`,
      person: { contact: { type: 'mobile', value: '10020033003' }, name },
    })
    expect(result.success ? 'taken' : v.getDotPath(result.issues[0])).toBe('person.name')
  },
)
