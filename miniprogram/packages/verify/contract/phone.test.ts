import { grantOf } from './phone'

test('a code is the grant', () => {
  expect(grantOf({ code: 'abc', errMsg: 'getPhoneNumber:ok' })).toEqual({ kind: 'granted', code: 'abc' })
})

test.each([
  'getPhoneNumber:fail user deny',
  'getPhoneNumber:fail:user cancel',
  'getPhoneNumber:fail privacy permission is not authorized',
])('%s is a refusal of the user', errMsg => {
  expect(grantOf({ errMsg })).toEqual({ kind: 'refused' })
})

test.each([
  'getPhoneNumber:fail no permission',
  'getPhoneNumber:fail jsapi has no permission',
  'getPhoneNumber:ok',
])('%s without a code is not the user’s doing', errMsg => {
  expect(grantOf({ errMsg })).toEqual({ kind: 'unavailable' })
})
