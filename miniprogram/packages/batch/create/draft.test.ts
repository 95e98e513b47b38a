import { noAdministrator } from '../shared/administrator'
import { type BatchDraft, fieldOfFailure, hasSource, longest, toContent, wrongField } from './draft'

const draft: BatchDraft = {
  title: null,
  source: 'empty',
  file: null,
  text: '',
  linkMode: 'single',
  authorization: 'none',
  administrator: noAdministrator,
}
const file = { path: 'tmp/1', name: 'a.xlsx', size: 1, type: 'xlsx' } as const
const wang = { ...noAdministrator, name: '王芳', mobile: '13800138000' }

test.each<[string, Partial<BatchDraft>, boolean]>([
  ['nothing chosen', { source: null }, false],
  ['adding one by one', { source: 'empty' }, true],
  ['a file', { source: 'file', file }, true],
  ['a file that was not picked', { source: 'file' }, false],
  ['text', { source: 'text', text: 'a' }, true],
  ['blank text', { source: 'text', text: ' \n' }, false],
])('%s', (_name, part, expected) => {
  expect(hasSource({ ...draft, ...part })).toBe(expected)
})

test('what cannot be sent is found in the order of the form', () => {
  const wrong = { ...draft, administrator: { ...noAdministrator, name: '王芳' } }
  expect(wrongField(wrong, ' ')).toBe('title')
  expect(wrongField({ ...wrong, source: 'text', text: 'x'.repeat(longest.text + 1) }, 'a')).toBe('source')
  expect(wrongField(wrong, 'a')).toBe('mobile')
  expect(wrongField(draft, 'a')).toBeNull()
  expect(wrongField({ ...draft, administrator: wang }, 'a')).toBeNull()
})

test('text is too long where it is the source, and where it is longer than is taken', () => {
  const text = 'x'.repeat(longest.text + 1)
  expect(wrongField({ ...draft, source: 'text', text: text.slice(1) }, 'a')).toBeNull()
  expect(wrongField({ ...draft, source: 'file', file, text }, 'a')).toBeNull()
})

test('only what was chosen leaves the phone', () => {
  const filled = { ...draft, source: 'file', file, text: '粘贴的文字', administrator: wang } as const
  expect(toContent(filled, ' 十一月 ', 'cloud://e/imports/1.xlsx')).toEqual({
    title: '十一月',
    linkMode: 'single',
    authorization: null,
    administrator: { name: '王芳', mobile: '13800138000', idType: 'residentId' },
    source: { kind: 'file', fileId: 'cloud://e/imports/1.xlsx' },
  })
})

test('without an administrator none is sent', () => {
  const content = toContent({ ...draft, source: 'text', text: 'a\tb', authorization: 'letter' }, 'x', null)
  expect(content).toEqual({
    title: 'x',
    linkMode: 'single',
    authorization: 'letter',
    source: { kind: 'text', text: 'a\tb' },
  })
})

test('rows added one by one come from nowhere, whatever was pasted before', () => {
  expect(toContent({ ...draft, text: 'a' }, 'x', null).source).toEqual({ kind: 'empty' })
})

test.each([
  [{ code: 'SHEET_NO_HEADING' }, 'source'],
  [{ code: 'INVALID_INPUT', field: 'administrator.mobile' }, 'mobile'],
  [{ code: 'INVALID_INPUT', field: 'linkMode' }, null],
  [{ code: 'NETWORK' }, null],
] as const)('case %#: shown at %s', (failure, field) => {
  expect(fieldOfFailure(failure)).toBe(field)
})
