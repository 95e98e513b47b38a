import { fieldOfFailure, hasSource, suggestionAt, wrongField } from './check'
import { emptyDraft, type InviteDraft, noFields } from './draft'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }))

const draft = (part: Partial<InviteDraft>): InviteDraft => ({ ...emptyDraft, title: '入职', ...part })
const field = (part: Partial<InviteDraft['fields']>) => ({ fields: { ...noFields, ...part } })
const file = { path: 'tmp/1', name: 'a.xlsx', size: 1, type: 'xlsx' } as const

test.each<[string, Partial<InviteDraft>, string | null]>([
  ['nothing but what it is about', {}, null],
  ['nothing it is about', { title: ' ' }, 'title'],
  ['a mobile that is none', field({ mobile: '2002003300' }), 'mobile'],
  ['a mobile with spaces', field({ mobile: '100 2003 3001' }), null],
  ['an id card of fifteen digits', field({ idNumber: '110101900101001' }), 'idNumber'],
  ['an id card of the other subject', { subject: 'organization', ...field({ idNumber: '1' }) }, null],
  ['a number of a court', { bizId: '〔2026〕京0105民初123号' }, null],
  ['a number with lost signs', { bizId: 'a\uFFFDb' }, 'bizId'],
  ['a number that is too long', { bizId: '9'.repeat(65) }, 'bizId'],
  ['a name that may be meant otherwise', field({ name: '买买提 艾力' }), 'name'],
  ['an address that is too long', { redirect: 'webUrl', url: `https://${'x'.repeat(500)}` }, 'url'],
  [
    'a path that is too long',
    { redirect: 'miniProgram', appId: 'wx0123456789abcdef', path: 'x'.repeat(257) },
    'path',
  ],
  ['no days', { days: 'own', ownDays: '' }, 'days'],
  ['too many days', { days: 'own', ownDays: '366' }, 'days'],
  ['half a day', { days: 'own', ownDays: '0.5' }, 'days'],
  ['nobody', { uses: 'several', most: '0' }, 'most'],
  ['an AppID that is none', { redirect: 'miniProgram', appId: 'wx1' }, 'appId'],
  ['an address without TLS', { redirect: 'webUrl', url: 'http://example.com' }, 'url'],
  ['an address that is not used', { redirect: 'none', url: 'http://example.com' }, null],
])('%s', (_name, part, field) => {
  expect(wrongField(draft(part), false)).toBe(field)
})

test('what was probably meant is known at its field', () => {
  const asked = draft(field({ name: '买买提 艾力', mobile: '1' }))
  expect(suggestionAt('name', asked)).toBe('买买提·艾力')
  expect(suggestionAt('mobile', asked)).toBeNull()
  expect(suggestionAt('title', asked)).toBeNull()
})

test('of a spreadsheet the fields of a single one are not looked at', () => {
  const wrong = { ...field({ mobile: '1' }), bizId: '9'.repeat(65), uses: 'several', most: '' } as const
  expect(wrongField(draft(wrong), true)).toBeNull()
})

test('more pasted text than the server takes is said at once', () => {
  expect(wrongField(draft({ source: 'text', text: 'x'.repeat(300_001) }), true)).toBe('source')
})

test.each<[string, Partial<InviteDraft>, boolean]>([
  ['nothing chosen', {}, false],
  ['a file', { source: 'file', file }, true],
  ['a file that was not picked', { source: 'file' }, false],
  ['text', { source: 'text', text: 'a' }, true],
  ['blank text', { source: 'text', text: ' \n' }, false],
])('%s', (_name, part, expected) => {
  expect(hasSource(draft(part))).toBe(expected)
})

test.each([
  [{ code: 'SHEET_EMPTY' }, 'source'],
  [{ code: 'VENDOR_OFF' }, 'vendor'],
  [{ code: 'INVALID_INPUT', field: 'invitee.registerNumber' }, 'registerNumber'],
  [{ code: 'INVALID_INPUT', field: 'redirect.appId' }, 'appId'],
  [{ code: 'INVALID_INPUT', field: 'clientKey' }, null],
  [{ code: 'NETWORK' }, null],
] as const)('case %#: shown at %s', (failure, field) => {
  expect(fieldOfFailure(failure)).toBe(field)
})

const address = (length: number) => `https://${'x'.repeat(length - 8)}`
test.each<[string, Partial<InviteDraft>, string | null]>([
  ['the longest address', { redirect: 'webUrl', url: ` ${address(500)} ` }, null],
  ['an address with one sign more', { redirect: 'webUrl', url: address(501) }, 'url'],
  ['an address with a blank', { redirect: 'webUrl', url: 'https://a.example/b c' }, 'url'],
  ['an address behind something', { redirect: 'webUrl', url: 'see https://a.example' }, 'url'],
  ['an address of nothing', { redirect: 'webUrl', url: 'https://' }, 'url'],
  ['a right AppID with blanks around', { redirect: 'miniProgram', appId: ' wx0123456789abcdef ' }, null],
  ['an AppID behind something', { redirect: 'miniProgram', appId: 'xwx0123456789abcdef' }, 'appId'],
  ['an AppID with one sign more', { redirect: 'miniProgram', appId: 'wx0123456789abcdef0' }, 'appId'],
  [
    'the longest path',
    { redirect: 'miniProgram', appId: 'wx0123456789abcdef', path: ` ${'x'.repeat(256)} ` },
    null,
  ],
  ['a path that is not used', { redirect: 'none', path: 'x'.repeat(300) }, null],
  ['a path of a page', { redirect: 'webUrl', url: 'https://a.example', path: 'x'.repeat(300) }, null],
  ['the most days', { days: 'own', ownDays: '365' }, null],
  ['the most people', { uses: 'several', most: '1000' }, null],
  ['more people', { uses: 'several', most: '1001' }, 'most'],
  ['a text that one invitation does not use', { source: 'text', text: 'x'.repeat(300_001) }, null],
])('%s, of one', (_name, part, field) => {
  expect(wrongField(draft(part), false)).toBe(field)
})

test('of many a text may be as long as is taken, and the fields of one are not looked at', () => {
  const many = (part: Partial<InviteDraft>) => wrongField(draft(part), true)
  const text = 'x'.repeat(300_000)
  expect(many({ source: 'text', text })).toBeNull()
  expect(many({ source: 'text', text: `${text}x` })).toBe('source')
  expect(many({ source: 'file', file, text: `${text}x` })).toBeNull()
  expect(many({ bizId: 'a\uFFFDb', uses: 'several', most: '0', ...field({ mobile: '1' }) })).toBeNull()
})

test('a list that is typed is one only where it is chosen', () => {
  expect(hasSource(draft({ source: null, text: '甲' }))).toBe(false)
  expect(suggestionAt('name', draft(field({ name: '测试员甲' })))).toBeNull()
})
