import { Webhook } from 'standardwebhooks'
import { randomHex } from './crypto'
import { signWebhook, webhookSecret } from './webhookSignature'

const body = '{"type":"verification.verified","data":{"id":"v_1","bizId":"合同-7"}}'

/** The published client: it checks against the clock. */
const verify = (secret: string, headers: Record<string, string>, text = body) =>
  new Webhook(secret).verify(text, headers)

test('the published client accepts what we sign', () => {
  const secret = webhookSecret(randomHex)
  const headers = signWebhook([secret], { id: 'evt_1', at: Date.now(), body })
  expect(verify(secret, { ...headers })).toEqual(JSON.parse(body))
})

test('while a secret is being replaced both verify', () => {
  const [old, fresh] = [webhookSecret(randomHex), webhookSecret(randomHex)]
  const headers = { ...signWebhook([fresh, old], { id: 'evt_1', at: Date.now(), body }) }
  expect(verify(old, headers)).toBeDefined()
  expect(verify(fresh, headers)).toBeDefined()
})

test('one byte, another time, another id, another secret: refused', () => {
  const secret = webhookSecret(randomHex)
  const signed = { ...signWebhook([secret], { id: 'evt_1', at: Date.now(), body }) }
  const earlier = String(Number(signed['webhook-timestamp']) - 1)
  expect(() => verify(secret, signed, body.replace('1', '2'))).toThrow()
  expect(() => verify(secret, { ...signed, 'webhook-timestamp': earlier })).toThrow()
  expect(() => verify(secret, { ...signed, 'webhook-id': 'evt_2' })).toThrow()
  expect(() => verify(webhookSecret(randomHex), signed)).toThrow()
  const stale = signWebhook([secret], { id: 'evt_1', at: Date.now() - 10 * 60_000, body })
  expect(() => verify(secret, { ...stale })).toThrow()
})

test('the example of the specification', () => {
  // Svix, docs.svix.com/receiving/verifying-payloads/how-manual: the vector the standard's own libraries are tested with.
  const headers = signWebhook(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    at: 1614265330_000,
    body: '{"test": 2432232314}',
  })
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})

test('every secret is another one, of 32 bytes', () => {
  const [one, other] = [webhookSecret(randomHex), webhookSecret(randomHex)]
  expect(one).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  expect(one).not.toBe(other)
})
