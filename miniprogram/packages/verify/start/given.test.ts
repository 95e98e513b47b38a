import { type Given, stays, typedOnly } from './given'

const given = (part: Partial<Given>): Given => ({
  text: '张*',
  locked: false,
  changing: false,
  change: () => {},
  keep: () => {},
  ...part,
})

test('what is filled in stays until it is changed; what is not filled in does not', () => {
  expect(stays(given({ locked: true }))).toBe(true)
  expect(stays(given({}))).toBe(true)
  expect(stays(given({ changing: true }))).toBe(false)
  expect(stays(undefined)).toBe(false)
})

test('only what was typed in the place of nothing, or of something changed, is left', () => {
  const typed = { name: '张三', mobile: '13900000000', idNumber: '11010519491231002X', mode: 'any' }
  expect(typedOnly(typed, { name: given({ locked: true }), mobile: given({ changing: true }) })).toEqual({
    name: '',
    mobile: '13900000000',
    idNumber: '11010519491231002X',
    mode: 'any',
  })
})
