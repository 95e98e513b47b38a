import { administratorOf, inputOf, referenceOf, subjectsOf } from './request'

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

test('of a row it is about the administrator, also when nothing of him is left', () => {
  const fields = { adminName: '测试员甲', adminMobile: '138****0000' } as never
  const given = { id: 'b_1_1', name: '示例公司', fields }
  const subject = administratorOf(given)
  expect(subject).toEqual({
    id: 'b_1_1',
    kind: 'row',
    name: '测试员甲',
    contact: '138****0000',
    company: '示例公司',
  })
  expect(inputOf({ subject, deed: 'copy', ground: 'person', reference: 'R-1' }).about).toEqual({
    row: 'b_1_1',
  })
  expect(administratorOf({ ...given, fields: null })).toMatchObject({ name: '', contact: '' })
})
