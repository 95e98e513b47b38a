import { readEvent } from './event'

const right = {
  httpMethod: 'POST',
  path: '/callback/ess',
  headers: { 'Content-Type': 'text/plain' },
  body: 'x',
}

test('an event is read as it came, names of headers in lower case', () => {
  expect(readEvent(right)).toEqual({
    vendor: 'ess',
    address: null,
    method: 'POST',
    body: Buffer.from('x'),
    headers: { 'content-type': 'text/plain' },
    query: {},
  })
})

test.each([
  ['the body is longer than any notice', { body: 'x'.repeat(350_001) }],
  ['the body is no text', { body: { a: 1 } }],
  ['a header is long', { headers: { a: 'x'.repeat(64_001) } }],
  [
    'there are many headers',
    { headers: Object.fromEntries(Array.from({ length: 500 }, (_, at) => [at, ''])) },
  ],
  ['the query is long', { queryStringParameters: { ['q'.repeat(64_001)]: '' } }],
  ['the path is long', { path: `/ess/${'x'.repeat(64_000)}` }],
  ['it is a call of the mini-program', { httpMethod: undefined }],
])('it is nobody’s when %s', (_what, changes) => {
  expect(readEvent({ ...right, ...changes })).toBeNull()
})
