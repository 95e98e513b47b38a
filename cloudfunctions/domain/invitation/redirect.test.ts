import type { Redirect } from './invitation'
import { isAllowedRedirect } from './redirect'

const targets = ['wx0123456789abcdef', 'www.example.com']
const web = (url: string): Redirect => ({ kind: 'webUrl', url })

test.each([
  [true, null],
  [true, { kind: 'miniProgram', appId: 'wx0123456789abcdef', path: 'a' }],
  [false, { kind: 'miniProgram', appId: 'wxffffffffffffffff', path: 'a' }],
  [true, web('https://www.example.com/done?a=1')],
  [false, web('https://example.com/done')],
  [false, web('https://a.www.example.com/')],
  [false, web('http://www.example.com/')],
  [false, web('https://www.example.com:444/')],
  [false, web('https://www.example.com@evil.example/')],
  [false, web('https://user@www.example.com/')],
  [false, web('https://:password@www.example.com/')],
  [false, web('https://evil.example\\@www.example.com/')],
  [false, web('no address')],
] as [boolean, Redirect | null][])('%s: %j', (expected, redirect) => {
  expect(isAllowedRedirect(redirect, targets)).toBe(expected)
})

test('with an empty list nothing is allowed but nothing', () => {
  expect([null, web('https://www.example.com/')].map(each => isAllowedRedirect(each, []))).toEqual([
    true,
    false,
  ])
})
