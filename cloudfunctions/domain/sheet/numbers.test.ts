import { digitsIn, isFullDate, looksRounded, spoiltBy } from './numbers'

describe('the digits a program meant', () => {
  test.each([
    ['10020033003.0', '10020033003'],
    ['123456789012345.00', '123456789012345'],
    ['1.0020033002E10', '10020033002'],
    ['1.0020033002e+10', '10020033002'],
    ['1.00200330E10', '10020033000'],
    ['1.38001E5', '138001'],
    ['1.00200330e+10', '10020033000'],
    ['1.00200E10', '10020000000'],
    ['1.00200E14', '100200000000000'],
    ['1E0', '1'],
  ])('%s is %s', (text, digits) => {
    expect(digitsIn(text)).toEqual({ digits })
  })

  test.each([
    '1234567890123456.0',
    '1.10101E+17',
    '1.1010119900101E17',
    // What Excel shows of it is rounded to the width of its column, however many decimals that are.
    '1.00200330E+10',
    '1.00E10',
    '1E10',
    '5E15',
    '1.00200E15',
  ])('of %s digits are gone', text => {
    expect(digitsIn(text)).toBe('lost')
  })

  test.each([
    '',
    '13800138000',
    '1.5',
    '1.23456E3',
    'E10',
    '1E',
    '12.3E10',
    '1.0E1234',
    '10020033003.',
    'x1E10',
    '1E10x',
  ])('%p is no number of a program', text => {
    expect(digitsIn(text)).toBeNull()
  })
})

test.each([
  ['1.10101E+17', 'digitsLost'],
  ['1.00E10', 'digitsLost'],
  ['5E+15', 'digitsLost'],
  // It may be somebody's own number.
  ['1E10', null],
  ['5E15', null],
  ['#REF!', 'formulaError'],
  ['#n/a', 'formulaError'],
  ['x#REF!', null],
  ['#REF!x', null],
  ['3月12日', 'turnedToDate'],
  ['12-Mar', 'turnedToDate'],
  ['12-mar', 'turnedToDate'],
  ['13月12日x', null],
  ['x3月12日', null],
  ['x12-Mar', null],
  ['12-Mars', null],
  ['123-Mar', null],
  ['测试员', null],
])('%s is %s', (text, spoilt) => {
  expect(spoiltBy(text)).toBe(spoilt)
})

test.each([
  ['123456789012345', false],
  ['1234567890123450', true],
  ['123456789012345000', true],
  ['123456789012345000000', true],
  ['1234567890123450000000', false],
  ['123456789012345001', false],
  ['x1234567890123450', false],
])('%s looks rounded: %s', (text, rounded) => {
  expect(looksRounded(text)).toBe(rounded)
})

test.each([
  ['2026-11-30', true],
  ['2026-11-30 08:00:00', true],
  ['2026-11-30 08:00', false],
  ['2026-1-30', false],
  ['x2026-11-30', false],
  ['2026-11-30x', false],
])('%s is a whole date: %s', (text, whole) => {
  expect(isFullDate(text)).toBe(whole)
})
