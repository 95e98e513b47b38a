import { cleanedCode } from './claim-code'

test.each([
  ['A1B2 C3D4 E5F6', 'A1B2C3D4E5F6'],
  [' a1b2\u3000c3d4\n', 'a1b2c3d4'],
  ['set-up_Code', 'set-up_Code'],
  [' \u00a0', ''],
])('case %#: "%s" is sent as "%s"', (typed, code) => {
  expect(cleanedCode(typed)).toBe(code)
})
