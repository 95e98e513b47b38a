import { callerAddresses } from './callerAddress'

test.each([
  ['nothing', {}, []],
  ['the one header', { 'x-real-ip': ' 203.0.113.7 ' }, ['203.0.113.7']],
  ['the other', { 'x-forwarded-for': '198.51.100.9' }, ['198.51.100.9']],
  ['both alike', { 'x-real-ip': '203.0.113.7', 'x-forwarded-for': '203.0.113.7' }, ['203.0.113.7']],
  [
    'both, and what the caller has made up before the last',
    { 'x-real-ip': '203.0.113.7', 'x-forwarded-for': '8.8.8.8, 8.8.4.4' },
    ['203.0.113.7', '8.8.4.4'],
  ],
  ['an inner proxy behind the caller', { 'x-forwarded-for': '8.8.8.8,10.0.0.1' }, ['8.8.8.8']],
  ['inner proxies alone', { 'x-forwarded-for': '192.168.0.1, 10.0.0.1' }, ['10.0.0.1']],
  [
    'an address with more behind it, which is none',
    { 'x-forwarded-for': '8.8.8.8,2606:4700::1\0abc' },
    ['8.8.8.8'],
  ],
  ['no text', { 'x-real-ip': ['203.0.113.7'], 'x-forwarded-for': 7 }, []],
  ['empty texts', { 'x-real-ip': ' ', 'x-forwarded-for': ' , ' }, []],
])('of %s', (_what, headers, addresses) => {
  expect(callerAddresses(headers)).toEqual(addresses)
})

test('however long a header is, only its end is looked at, and no address is longer than there are', () => {
  const long = `${'8.8.8.8,'.repeat(1000)}8.8.4.4`
  expect(callerAddresses({ 'x-forwarded-for': long })).toEqual(['8.8.4.4'])
  expect(callerAddresses({ 'x-forwarded-for': `8.8.8.8,${'x'.repeat(5000)}` })).toEqual(['x'.repeat(45)])
  expect(callerAddresses({ 'x-real-ip': 'y'.repeat(46) })).toEqual(['y'.repeat(45)])
})
