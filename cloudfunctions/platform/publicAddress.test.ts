import { isLoopback, isPublicAddress, isPublicHost } from './publicAddress'

test.each([
  '127.0.0.1',
  '127.9.9.9',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '100.100.100.200',
  '192.0.0.8',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:8.8.8.8',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b::8.8.8.8',
  '2002:7f00:1::',
  '2001::1',
  '2001:db8::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  'not an address',
  '2130706433',
  '0x7f.1',
  '',
  '8.8.8.8\0',
  '2606:4700::1111\0',
  '2606:4700::1111\0, 8.8.8.8',
])('%j is not public', address => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '203.0.114.1', '2606:4700::1111', '240e::1'])(
  '%s is public',
  address => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

test('loopback is told from the rest', () => {
  expect(['127.0.0.1', '::1', '10.0.0.1', '8.8.8.8', 'x'].map(isLoopback)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})

test('what only begins with the address of this machine is none', () => {
  expect(['127.0.0.1\0', '::1\0', '::1\0.example.com'].map(isLoopback)).toEqual([false, false, false])
})

test.each([
  ['www.example.com', true],
  ['www.example.com.', true],
  ['8.8.8.8', true],
  ['[2606:4700::1111]', true],
  ['10.0.0.1', false],
  ['[::1]', false],
  ['printer', false],
  ['localhost', false],
  ['db.internal', false],
  ['db.INTERNAL.', false],
  ['local.example.com', true],
  ['my-local.example.com', true],
  ['example.notlocal', true],
])('%s may stand for a machine on the internet: %s', (host, may) => {
  expect(isPublicHost(host)).toBe(may)
})
