import { launchOf, launchOfText, phoneAddress } from './scan'
import type { GivenCode } from './shapes'

const now = 1_800_000_000_000
const given = (page: string, scene?: string): GivenCode => ({
  api: scene === undefined ? 'urllink.generate' : 'wxacode.getUnlimited',
  page,
  ...(scene !== undefined && { scene }),
  url: '',
  at: 0,
})
const launched = (search: string) => launchOf(new URLSearchParams(search), now)

describe('the address of', () => {
  it('a mini-program code gives its scene encoded', () => {
    expect(launched('page=pages/a/index&scene=s%3Dabc')).toEqual({
      page: 'pages/a/index',
      query: 'scene=s%3Dabc',
      scene: 1047,
    })
  })

  it('a link gives its query as it is', () => {
    expect(launched('page=pages/a/index&query=i%3D%25E4%25B8%25AD%26b%3D1')).toEqual({
      page: 'pages/a/index',
      query: 'i=%E4%B8%AD&b=1',
      scene: 1194,
    })
  })

  it('a scheme opens by another scene value, and a link without query too', () => {
    expect(launched('page=&query=&scheme=1')).toEqual({ page: '', query: '', scene: 1065 })
  })

  it('a plain QR code gives q, encoded once, and the time', () => {
    expect(launched('page=pages/a/index&q=https%3A%2F%2Fexample.com%2Fi%3Fa%3D1')).toEqual({
      page: 'pages/a/index',
      query: 'q=https%3A%2F%2Fexample.com%2Fi%3Fa%3D1&scancode_time=1800000000',
      scene: 1011,
    })
  })

  it('a link that ended, and of nothing, leads nowhere', () => {
    expect(launched('page=a&query=&expires=1800000000')).toBe('ended')
    expect(launched('page=a&query=&expires=1800000001')).toMatchObject({ page: 'a' })
    expect(launched('page=a')).toBeNull()
  })
})

describe('what is pasted', () => {
  const codes = [given('pages/link/index'), given('pages/b/index', 'b=2'), given('pages/a/index', 'a=1')]

  it.each([
    ['the address of a code', 'http://127.0.0.1:8686/scan?page=pages/a/index&scene=x', 'pages/a/index', 1047],
    ['one of a cloud alone', 'http://127.0.0.1:1/__sandbox/code?page=p/a&query=x', 'p/a', 1194],
    ['the path of a page', ' /pages/a/index?id=1 ', 'pages/a/index', 1047],
    ['a scene that was given out', 'a=1', 'pages/a/index', 1047],
    ['another scene', 'c=3', 'pages/b/index', 1047],
    ['an address of the world', 'https://example.com/scan?scene=x', '', 1011],
  ])('%s', (_name, text, page, scene) => {
    expect(launchOfText(text, codes, now)).toMatchObject({ page, scene })
  })

  it('keeps the query of a path and encodes a scene', () => {
    expect(launchOfText('pages/a/index?id=%E4%B8%AD', [], now)).toMatchObject({ query: 'id=%E4%B8%AD' })
    expect(launchOfText('s=1&t', [], now)).toMatchObject({ page: '', query: 'scene=s%3D1%26t' })
    expect(launchOfText('https://example.com/?a=1', [], now)).toMatchObject({
      query: 'q=https%3A%2F%2Fexample.com%2F%3Fa%3D1&scancode_time=1800000000',
    })
  })
})

it('the phone is told page, query and scene value, and who scans', () => {
  const launch = { page: 'pages/a/index', query: 'scene=s%3Dabc', scene: 1047 }
  expect(phoneAddress(launch, { openid: 'oTwo' })).toBe(
    '/phone/?openid=oTwo&path=pages%2Fa%2Findex&query=scene%3Ds%253Dabc&scene=1047',
  )
  expect(phoneAddress({ page: '', query: '', scene: 1065 }, {})).toBe('/phone/?scene=1065')
})
