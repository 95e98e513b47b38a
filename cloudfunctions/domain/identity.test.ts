import { isResidentId, maskContact, maskName } from './identity'

test.each([
  ['110101199001010015', true],
  ['110101199001010014', false],
  ['11010119900101001x', false],
  ['110101199013010011', false],
  ['11010119900101001', false],
])('%s is a resident id: %s', (value, expected) => {
  expect(isResidentId(value)).toBe(expected)
})

test.each([
  ['张三', '张*'],
  ['王小明', '王**'],
  ['欧阳修文', '欧阳**'],
  ['甲', '*'],
])('the name %s is shown as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked)
})

test('a contact keeps just enough to be recognised by its owner', () => {
  expect(maskContact({ type: 'mobile', value: '13800138000' })).toBe('138****8000')
  expect(maskContact({ type: 'email', value: 'someone@example.com' })).toBe('s***@example.com')
})
