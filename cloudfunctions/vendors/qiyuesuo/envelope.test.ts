import { readFileSync } from 'node:fs'
import type { RawNotice } from '../driver'
import { openNotice, signEnvelope } from './envelope'

interface Vector {
  key: string
  timestamp: string
  signature: string
  content: string
  plain: string
}
const vectors = JSON.parse(readFileSync('test/vectors/qiyuesuo.json', 'utf8')) as { callback: Vector[] }
const [vector] = vectors.callback
if (!vector) throw new Error('no vector')

const options = { callbackKey: vector.key, clock: () => Number(vector.timestamp) }
const plain = JSON.parse(vector.plain) as Record<string, string>
const fields = { signature: vector.signature, timestamp: vector.timestamp, content: vector.content }
const form = (each: Record<string, string>): RawNotice => ({
  body: Buffer.from(new URLSearchParams(each).toString()),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  query: {},
})
const json = (each: Record<string, string>): RawNotice => ({
  body: Buffer.from(JSON.stringify(each)),
  headers: { 'content-type': 'application/json' },
  query: {},
})

test('the signature of the vector', () => {
  expect(signEnvelope(vector.timestamp, vector.key)).toBe(vector.signature)
})

test.each([
  ['a form', form(fields)],
  ['JSON', json(fields)],
  ['the query, beside an empty body', { body: Buffer.alloc(0), headers: {}, query: fields }],
  ['plain JSON content', form({ ...fields, content: vector.plain })],
])('an envelope in %s opens', (_where, notice) => {
  expect(openNotice(notice, options)).toEqual({ kind: 'fields', fields: plain })
})

test('without an envelope the fields are taken as they are, by operators who have set no key', () => {
  expect(openNotice(form(plain), { ...options, callbackKey: null })).toEqual({
    kind: 'fields',
    fields: plain,
  })
  expect(openNotice(form(plain), options)).toEqual({
    kind: 'refused',
    reason: 'not signed, but QIYUESUO_CALLBACK_KEY is set',
  })
})

test('during a rotation the key before opens as well', () => {
  const rotated = { ...options, callbackKey: 'fedcba9876543210', callbackKeyOld: options.callbackKey }
  expect(openNotice(form(fields), rotated)).toEqual({ kind: 'fields', fields: plain })
})

const flipped = (text: string, at: number) =>
  text.slice(0, at) + (text[at] === 'a' ? 'b' : 'a') + text.slice(at + 1)

const wrong = 'the signature is wrong: other key?'
const torn = 'an envelope needs signature, timestamp and content'
const sealed = 'the content is neither JSON nor encrypted with our key'
const { signature, timestamp, content } = fields
test.each([
  ['one byte of the signature is wrong', form({ ...fields, signature: flipped(signature, 5) }), wrong],
  ['the signature is upper case', form({ ...fields, signature: signature.toUpperCase() }), wrong],
  ['the timestamp is another', form({ ...fields, timestamp: '1700000000001' }), wrong],
  ['one byte of the content is wrong', form({ ...fields, content: flipped(content, 3) }), sealed],
  ['the content is missing', form({ signature, timestamp }), torn],
  ['the signature is missing', form({ timestamp, content }), torn],
  ['the timestamp is missing', form({ signature, content }), torn],
  ['there is nothing but a signature', form({ signature }), torn],
  ['there is nothing but a content', form({ content }), torn],
])('refused when %s', (_what, notice, reason) => {
  expect(openNotice(notice, options)).toEqual({ kind: 'refused', reason })
})

test.each(['', 'x', '{', '[]', 'null'])('a signed content of %j is refused', each => {
  expect(openNotice(form({ ...fields, content: each }), options)).toEqual({ kind: 'refused', reason: sealed })
})

test('refused with another key, and without any', () => {
  expect(openNotice(form(fields), { ...options, callbackKey: 'fedcba9876543210' })).toEqual({
    kind: 'refused',
    reason: wrong,
  })
  expect(openNotice(form(fields), { ...options, callbackKey: null })).toEqual({
    kind: 'refused',
    reason: 'an envelope came, but QIYUESUO_CALLBACK_KEY is not set',
  })
})

const late = { kind: 'refused', reason: 'the timestamp is too far from now' }
test.each([15 * 60_000, -15 * 60_000])('%s ms away from now is near enough, and 1 ms more is not', offset => {
  const at = (ms: number) => openNotice(form(fields), { ...options, clock: () => options.clock() + ms })
  expect(at(offset).kind).toBe('fields')
  expect(at(offset + Math.sign(offset))).toEqual(late)
})

test.each(['17e11', ' 1700000000000', '1700000000000.0', '01700000000000', ''])(
  'a timestamp of %j is refused though it is signed',
  each => {
    const odd = { ...fields, timestamp: each, signature: signEnvelope(each, vector.key) }
    expect(openNotice(form(odd), options)).toEqual(late)
  },
)

test('no reason repeats what was sent', () => {
  const refused = openNotice(form({ ...fields, signature: 'x'.repeat(32) }), options)
  expect(JSON.stringify(refused)).not.toMatch(/xxxx|1700000000000/)
})
