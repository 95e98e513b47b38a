import * as fc from 'fast-check'
import Sign from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/sign'
import { authorization } from './tc3'

/** Published on Tencent's page 签名方法 v3; the keys are the page's. */
test('the signature of the published example', () => {
  const header = authorization({
    secretId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE',
    secretKey: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE',
    service: 'cvm',
    host: 'cvm.tencentcloudapi.com',
    contentType: 'application/json; charset=utf-8',
    timestamp: 1551113065,
    body: '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
  })
  expect(header).toBe(
    'TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, ' +
      'SignedHeaders=content-type;host, ' +
      'Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168',
  )
})

const key = fc.stringMatching(/^[A-Za-z0-9]{16,40}$/)
const host = fc.constantFrom('ess.tencentcloudapi.com', 'ess.test.ess.tencent.cn', 'proxy.example.com')
const timestamp = fc.integer({ min: 1_500_000_000, max: 2_000_000_000 })
const body = fc.object({ maxDepth: 2, values: [fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean()] })

test('the same header as Tencent’s own SDK, over 1,000 requests', () => {
  fc.assert(
    fc.property(key, key, host, timestamp, body, (secretId, secretKey, host, timestamp, value) => {
      const body = JSON.stringify(value)
      const contentType = 'application/json'
      const service = 'ess'
      const expected = Sign.sign3({
        url: `https://${host}/`,
        payload: Buffer.from(body),
        headers: { 'Content-Type': contentType },
        timestamp,
        service,
        secretId,
        secretKey,
        multipart: false,
        boundary: '',
      })
      expect(authorization({ secretId, secretKey, service, host, contentType, timestamp, body })).toBe(
        expected,
      )
    }),
    { numRuns: 1000 },
  )
})
