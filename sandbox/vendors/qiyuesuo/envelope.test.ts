import { createDecipheriv, createHash } from 'node:crypto'
import { type Receiver, startReceiver, until } from '../kit/test-support'
import { seal } from './envelope'
import { COMPANY, PERSON, startTestSimulator, type TestSimulator } from './test-support'

/** Of the facts file: key, timestamp, signature, content, plain text. */
const VECTOR = {
  key: '0123456789abcdef',
  timestamp: '1700000000000',
  signature: 'bc1dd1036eefc0f0ae789c8afd3203a9',
  content: '6+XpEPOcX7ZygqCrGGa//FS7ZRhWcg7pXzkk0HDRLiT9Jje3EkjRXVgjWlW1YjB5',
  plain: '{"authId":"a-1","mode":"IVS","status":"1"}',
}
const { key, timestamp } = VECTOR

function opened(content: string, secretKey: string): string {
  const decipher = createDecipheriv('aes-128-ecb', secretKey, null)
  return Buffer.concat([decipher.update(content, 'base64'), decipher.final()]).toString('utf8')
}
const signatureOf = (time: string, secretKey: string) =>
  createHash('md5')
    .update(time + secretKey)
    .digest('hex')

describe('an envelope', () => {
  test('is that of the vector', () => {
    expect(seal(VECTOR.plain, { key, timestamp, encrypted: true })).toEqual({
      signature: VECTOR.signature,
      timestamp,
      content: VECTOR.content,
    })
  })

  test('only signed holds the text as it is', () => {
    expect(seal(VECTOR.plain, { key, timestamp, encrypted: false })).toEqual({
      signature: VECTOR.signature,
      timestamp,
      content: VECTOR.plain,
    })
  })

  test('with another timestamp has another signature, and the same content', () => {
    const other = seal(VECTOR.plain, { key, timestamp: '1700000000001', encrypted: true })
    expect(other.signature).not.toBe(VECTOR.signature)
    expect(other.content).toBe(VECTOR.content)
  })

  test('with one byte of the key changed shares nothing', () => {
    const other = seal(VECTOR.plain, { key: '0123456789abcdeg', timestamp, encrypted: true })
    expect(other.signature).not.toBe(VECTOR.signature)
    expect(other.content).not.toBe(VECTOR.content)
  })

  test('with one byte of the text changed has other content', () => {
    const changed = VECTOR.plain.replace('"1"', '"2"')
    expect(seal(changed, { key, timestamp, encrypted: true }).content).not.toBe(VECTOR.content)
  })

  test('of a text that fills its blocks has one more, as PKCS#7 wants', () => {
    const { content } = seal('0123456789abcdef', { key, timestamp, encrypted: true })
    expect(Buffer.from(content, 'base64')).toHaveLength(32)
    expect(opened(content, key)).toBe('0123456789abcdef')
  })
})

describe('callback-mode', () => {
  let simulator: TestSimulator
  let receiver: Receiver
  beforeEach(async () => {
    receiver = await startReceiver()
    simulator = await startTestSimulator()
  })
  afterEach(async () => {
    await simulator.close()
    await receiver.close()
  })

  const order = (mode: unknown) => simulator.control('POST', 'callback-mode', mode)
  const passed = async () => {
    const ticket = await simulator.ticket({ ...PERSON, callbackUrl: `${receiver.url}/notice?k=v` })
    const { authId } = (await simulator.act(await simulator.session(ticket), 'pass')).body
    await until(() => receiver.received.length > 0)
    const [received] = receiver.received
    if (!received) throw new Error('nothing arrived')
    return { ...received, plain: { mode: 'IVS', status: '1', authId } }
  }
  const told = ({ format, body }: { format: string; body: string }): Record<string, string> =>
    format === 'json' ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body))

  test('is plain and a form unless ordered', async () => {
    expect((await simulator.control('GET', 'callback-mode')).body).toEqual({ mode: 'plain', format: 'form' })
    const { form, plain } = await passed()
    expect(form).toEqual(plain)
  })

  test.each([
    ['signed', 'form'],
    ['signed', 'json'],
    ['encrypted', 'form'],
    ['encrypted', 'json'],
  ])('%s as %s', async (mode, format) => {
    expect((await order({ mode, format })).body).toEqual({ mode, format })
    const { contentType, body, path, plain } = await passed()
    const sent = told({ format, body })
    expect(path).toBe('/notice?k=v')
    expect(contentType).toBe(
      format === 'json'
        ? 'application/json;charset=UTF-8'
        : 'application/x-www-form-urlencoded;charset=UTF-8',
    )
    expect(Object.keys(sent).sort()).toEqual(['content', 'signature', 'timestamp'])
    const { content = '', signature, timestamp: time = '' } = sent
    expect(time).toBe('1700000000000')
    expect(signature).toBe(signatureOf(time, 'sandbox-callback'))
    expect(JSON.parse(mode === 'signed' ? content : opened(content, 'sandbox-callback'))).toEqual(plain)
  })

  test('plain as JSON', async () => {
    await order({ mode: 'plain', format: 'json' })
    const { body, plain } = await passed()
    expect(JSON.parse(body)).toEqual(plain)
  })

  test('wraps a company’s callbacks too, whose numbers are numbers there', async () => {
    await order({ mode: 'encrypted' })
    const { act, requestId } = await simulator.company({ ...COMPANY, callbackUrl: `${receiver.url}/c` })
    await act('review')
    await until(() => receiver.received.length === 1)
    const content = receiver.received[0]?.form.content ?? ''
    expect(JSON.parse(opened(content, 'sandbox-callback'))).toEqual({
      status: 0,
      actionEvent: 0,
      requestId,
      authInfo: expect.any(String),
    })
  })

  test('does not outlive a reset', async () => {
    await order({ mode: 'encrypted', format: 'json' })
    await simulator.control('POST', 'reset')
    expect((await simulator.control('GET', 'callback-mode')).body).toEqual({ mode: 'plain', format: 'form' })
  })

  test.each([{}, { mode: 'aes' }, { mode: 'plain', format: 'xml' }, { mode: 'plain', key: 'x' }])(
    '%j is refused',
    async mode => expect((await order(mode)).status).toBe(400),
  )
})

test('the key is an option, and has 16 characters', async () => {
  await expect(startTestSimulator({ callbackSecretKey: 'short' })).rejects.toThrow('16 characters')
  const receiver = await startReceiver()
  const simulator = await startTestSimulator({ callbackSecretKey: key })
  await simulator.control('POST', 'callback-mode', { mode: 'encrypted' })
  const ticket = await simulator.ticket({ ...PERSON, callbackUrl: receiver.url })
  await simulator.act(await simulator.session(ticket), 'pass')
  await until(() => receiver.received.length === 1)
  const form = receiver.received[0]?.form ?? {}
  expect(form.signature).toBe(VECTOR.signature)
  expect(opened(form.content ?? '', key)).toContain('"mode":"IVS"')
  await simulator.close()
  await receiver.close()
})
