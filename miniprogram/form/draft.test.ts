import { createDraft } from './draft'

jest.mock('react', () => ({
  useState: (first: () => unknown) => [first(), () => undefined],
}))

test('what was typed is there again, for the form it was typed in only', () => {
  const draft = createDraft({ name: '', mobile: '' })
  draft.useDraft()[1]({ name: '张三' })
  draft.useDraft('token-1')[1]({ mobile: '13800000000' })
  expect(draft.useDraft()[0]).toEqual({ name: '张三', mobile: '' })
  expect(draft.useDraft('token-1')[0]).toEqual({ name: '', mobile: '13800000000' })
  expect(draft.useDraft('token-2')[0]).toEqual({ name: '', mobile: '' })
})

test('one form is cleared, the others are not', () => {
  const draft = createDraft({ name: '' })
  draft.useDraft()[1]({ name: '张三' })
  draft.useDraft('token-1')[1]({ name: '李四' })
  draft.clear('token-1')
  expect(draft.useDraft('token-1')[0]).toEqual({ name: '' })
  expect(draft.useDraft(null)[0]).toEqual({ name: '张三' })
})
