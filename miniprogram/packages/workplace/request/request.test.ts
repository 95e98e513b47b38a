import { inputOf, referenceOf, subjectsOf } from './request'

test('the number of a file has no name in it', () => {
  expect(referenceOf(' R-2026-1 ')).toBe('R-2026-1')
  for (const wrong of ['', ' ', '张三的请求', 'R 1', 'R'.repeat(41)]) expect(referenceOf(wrong)).toBeNull()
})

test('people come by what they began, and those an invitation names by that', () => {
  const [person, invited] = subjectsOf(
    [{ id: 'v_1', maskedName: null, maskedContact: '138****0000' }],
    [{ id: 'i_1', maskedName: '测***', maskedContact: '' }],
  )
  if (!person || !invited) throw new Error('nobody')
  const wish = { deed: 'erase', ground: 'agent', reference: 'R-1' } as const
  expect(inputOf({ subject: person, ...wish })).toEqual({
    about: { verification: 'v_1' },
    reference: 'R-1',
    ground: 'agent',
  })
  expect(inputOf({ subject: invited, ...wish })).toMatchObject({ about: { invitation: 'i_1' } })
  expect([person.name, invited.name]).toEqual(['', '测***'])
})
