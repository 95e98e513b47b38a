import { mount } from '../../../../test/support/hooks'
import { changingDraft, type Given, stays, typedOnly, useGiven } from './given'

jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

const given = (part: Partial<Given>): Given => ({
  text: '张*',
  locked: false,
  changing: false,
  change: () => {},
  keep: () => {},
  ...part,
})

test('what is filled in stays until it is changed; what is not filled in does not', () => {
  expect(stays(given({ locked: true }))).toBe(true)
  expect(stays(given({}))).toBe(true)
  expect(stays(given({ changing: true }))).toBe(false)
  expect(stays(undefined)).toBe(false)
})

test('only what was typed in the place of nothing, or of something changed, is left', () => {
  const typed = { name: '张三', mobile: '13900000000', idNumber: '11010519491231002X', mode: 'any' }
  expect(typedOnly(typed, { name: given({ locked: true }), mobile: given({ changing: true }) })).toEqual({
    name: '',
    mobile: '13900000000',
    idNumber: '11010519491231002X',
    mode: 'any',
  })
})

test('a field that is not locked can be changed and kept again; changing it empties it', () => {
  const terms = Object({
    filledIn: [
      { field: 'name', text: '测***', locked: true },
      { field: 'mobile', text: '138****0000', locked: false },
      { field: 'email', text: 'a***', locked: false },
    ],
  })
  const emptied: object[] = []
  const page = mount(() => useGiven('T', terms, each => emptied.push(each)))
  const changing = () =>
    Object.entries(page())
      .filter(([, each]) => each.changing)
      .map(([field]) => field)
  expect(page()).toMatchObject({
    name: { text: '测***', locked: true },
    mobile: { text: '138****0000', locked: false },
  })
  expect(changing()).toEqual([])
  page().mobile?.change()
  page().email?.change()
  page().mobile?.change()
  page().name?.change()
  expect(changing()).toEqual(['mobile', 'email'])
  expect(emptied).toEqual([{ mobile: '' }, { email: '' }, { mobile: '' }, { name: '' }])
  expect(mount(() => changingDraft.useDraft('T'))()[0].fields).toEqual(['email', 'mobile', 'name'])
  page().mobile?.keep()
  expect(changing()).toEqual(['email'])
  expect(mount(() => useGiven('T', null, () => {}))()).toEqual({})
})
