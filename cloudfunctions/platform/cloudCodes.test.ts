import { createCodes } from './cloudCodes'

const mockOpenapi = {
  wxacode: { getUnlimited: jest.fn<Promise<unknown>, [object]>() },
  urllink: { generate: jest.fn<Promise<unknown>, [object]>() },
  urlscheme: { generate: jest.fn<Promise<unknown>, [object]>() },
}
jest.mock('./sdk', () => ({ cloudCalls: () => ({ openapi: mockOpenapi }) }))

let tries = 0
const codes = (version: 'release' | 'trial') =>
  createCodes(version, call => {
    tries += 1
    return call()
  })
const png = Buffer.from('89504e470d0a1a0a00', 'hex')
const jpeg = Buffer.from('ffd8ffe0', 'hex')

test.each([
  ['release', undefined, 430, png, 'png'],
  ['trial', 'small', 280, jpeg, 'jpeg'],
  ['trial', 'usual', 430, jpeg, 'jpeg'],
] as const)('a code of %s, size %s', async (version, size, width, bytes, type) => {
  mockOpenapi.wxacode.getUnlimited.mockResolvedValue({ buffer: bytes })
  expect(await codes(version).miniProgramCode({ page: 'pages/scan/index', scene: 's', size })).toEqual({
    type,
    bytes,
  })
  expect(mockOpenapi.wxacode.getUnlimited).toHaveBeenLastCalledWith({
    page: 'pages/scan/index',
    scene: 's',
    checkPath: version === 'release',
    envVersion: version,
    width,
  })
})

test.each([undefined, 'text', Buffer.from('%PDF-1.7'), Buffer.from('{"errcode":1}')])(
  '%s is no image',
  async buffer => {
    mockOpenapi.wxacode.getUnlimited.mockResolvedValue({ buffer })
    await expect(codes('trial').miniProgramCode({ page: 'p', scene: 's' })).rejects.toThrow('no image')
  },
)

const target = { page: 'pages/scan/index', query: 'i=1', expiresAt: 1_700_000_000_999 }
const page = { path: 'pages/scan/index', query: 'i=1', envVersion: 'trial' }
const expiry = { isExpire: true, expireType: 0, expireTime: 1_700_000_000 }

test('links end when they are said to', async () => {
  mockOpenapi.urllink.generate.mockResolvedValue({ urlLink: 'https://wxaurl.cn/a' })
  expect(await codes('trial').urlLink(target)).toBe('https://wxaurl.cn/a')
  expect(mockOpenapi.urllink.generate).toHaveBeenLastCalledWith({ ...page, ...expiry })
  mockOpenapi.urlscheme.generate.mockResolvedValue({ openlink: 'weixin://dl/a' })
  expect(await codes('trial').urlScheme(target)).toBe('weixin://dl/a')
  expect(mockOpenapi.urlscheme.generate).toHaveBeenLastCalledWith({ jumpWxa: page, ...expiry })
})

test.each([undefined, '', 7])('%j is no address', async answered => {
  mockOpenapi.urllink.generate.mockResolvedValue({ urlLink: answered })
  mockOpenapi.urlscheme.generate.mockResolvedValue({ openlink: answered })
  await expect(codes('trial').urlLink(target)).rejects.toThrow('no address')
  await expect(codes('trial').urlScheme(target)).rejects.toThrow('no address')
})

test('each is asked for patiently', async () => {
  tries = 0
  mockOpenapi.wxacode.getUnlimited.mockResolvedValue({ buffer: png })
  await codes('trial').miniProgramCode({ page: 'p', scene: 's' })
  mockOpenapi.urllink.generate.mockResolvedValue({ urlLink: 'a' })
  await codes('trial').urlLink(target)
  mockOpenapi.urlscheme.generate.mockResolvedValue({ openlink: 'a' })
  await codes('trial').urlScheme(target)
  expect(tries).toBe(3)
})
