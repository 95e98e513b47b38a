import published from '../../../test/data/esign-error-codes.json'
import { errorTable, failureOf, gatewayFailure } from './errors'

test('every published code is decided, once, and none that nobody has published', () => {
  const gateway = ['429', '1000022']
  const known = errorTable.map(({ code }) => code).filter(code => !gateway.includes(code))
  expect([...known].sort()).toEqual([...published.codes].sort())
})

test.each([
  ['SIMPLE_MODE_CANT_PASS', 'rejected'],
  ['30503107', 'misconfigured'],
  ['30504001', 'rejected'],
  ['1450910', 'rejected'],
  ['1450905', 'transient'],
  ['99999999', 'indeterminate'],
])('a start that is answered with %s is %s', (code, kind) => {
  expect(failureOf(code, 'start').kind).toBe(kind)
})

test.each([
  ['TOKEN错误', 'TOKEN_REFUSED'],
  ['TOKEN错误,请重新获取', 'TOKEN_REFUSED'],
  ['TOKEN错误次数过多', '401'],
  ['该应用的TOKEN错误', '401'],
  ['缺少参数: X-Tsign-Open-App-Id', 'MISSING_HEADER'],
  ['无效的应用', 'UNKNOWN_APP'],
  ['无效的应用签名', '401'],
  ['INVALID_SIGNATURE', 'INVALID_SIGNATURE'],
  ['INVALID_SIGNATURE_VERSION', '401'],
  ['', '401'],
])('the gateway says %s: %s', (message, code) => {
  expect(gatewayFailure('401', message)).toMatchObject({ kind: 'misconfigured', code })
})
