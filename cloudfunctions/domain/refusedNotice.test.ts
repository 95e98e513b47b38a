import { isOurFault, refusalCodeOf, refusalCodes } from './refusedNotice'

/** Most are as the drivers say it. */
test.each([
  ['a notice came, but ESS_CALLBACK_TOKEN is not set', 'KEY_MISSING'],
  ['its time is too far from now', 'TIME_WINDOW'],
  ['the signature is wrong: other key?', 'WRONG_SIGNATURE'],
  ['not encrypted with our key: other environment?', 'WRONG_SIGNATURE'],
  ['there is no signature', 'UNSIGNED'],
  ['not signed, but QIYUESUO_CALLBACK_KEY is set', 'UNSIGNED'],
  ['not encrypted, but ESS_CALLBACK_KEY is set', 'UNSIGNED'],
  ['an envelope needs signature, timestamp and content', 'UNSIGNED'],
  // Only at its end.
  ['what is not set is no key', 'NOT_UNDERSTOOD'],
  ['too far from now on', 'NOT_UNDERSTOOD'],
  ['no JSON', 'NOT_UNDERSTOOD'],
])('%s: %s', (reason, code) => {
  expect(refusalCodeOf(reason)).toBe(code)
})

test('what we have set wrongly is our fault', () => {
  expect(refusalCodes.filter(isOurFault)).toEqual(['KEY_MISSING', 'TIME_WINDOW'])
})
