import { mount } from '../../../../test/support/hooks'
import { phone } from '../../../../test/support/taro'
import type { FieldError } from './field-error'
import { startText } from './texts'
import { useGuide } from './use-guide'
import type { Start } from './use-start'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

const name: FieldError = { field: 'name', text: 'error.name' }
const emptyNumber: FieldError = { field: 'id-number', text: 'error.idNumber.missing', empty: true }
const unclear: FieldError = { field: 'mobile', text: 'error.unclear', params: { suggestion: '13800138000' } }
const mode: FieldError = { field: 'mode', text: 'error.mode' }
const onLeave = jest.fn()
const dismiss = jest.fn()

/** The guide over faults that change, and over what the server refuses. */
function guided(faults: FieldError[] = []) {
  const given = { faults, obstacle: null as Start['obstacle'] }
  const page = mount(() =>
    useGuide({
      faults: given.faults,
      start: Object({ obstacle: given.obstacle, dismiss }),
      howFields: ['mode'],
      onLeave,
    }),
  )
  return { given, page }
}
const errors = (page: ReturnType<typeof guided>['page']) =>
  ['name', 'id-number', 'mobile', 'mode'].filter(field => page().at(field).error !== null)

beforeEach(() => {
  phone.reset()
  onLeave.mockClear()
  dismiss.mockClear()
})

test('without faults it goes step by step, from the top of each, and no further than the last', () => {
  const { page } = guided()
  const seen = [page().step]
  for (let times = 0; times < 3; times++) {
    page().next()
    seen.push(page().step)
  }
  expect(seen).toEqual(['who', 'how', 'agree', 'agree'])
  expect(phone.given('pageScrollTo')).toEqual(Array(2).fill({ scrollTop: 0, duration: 0 }))
  page().go('who')
  expect(page().step).toBe('who')
})

test('nobody gets on with something wrong: all of it is shown, and the first is gone to', () => {
  const { given, page } = guided([name, emptyNumber, unclear])
  expect(errors(page)).toEqual([])
  page().next()
  expect(page().step).toBe('who')
  expect(errors(page)).toEqual(['name', 'id-number', 'mobile'])
  expect(page().at('name')).toMatchObject({ error: startText('error.name'), focus: true })
  expect(page().at('mobile')).toMatchObject({
    error: startText('error.unclear', { suggestion: '13800138000' }),
    focus: false,
  })
  expect(phone.given('pageScrollTo')).toEqual([{ selector: '#field-name', offsetTop: -24 }])
  // What was made right is not shown any more, though what was looked at stays so.
  given.faults = [unclear]
  expect(errors(page)).toEqual(['mobile'])
  given.faults = [mode]
  page()
  page().next()
  expect([page().step, page().at('mode').focus]).toEqual(['how', true])
  given.faults = [name, mode]
  expect(errors(page)).toEqual(['name', 'mode'])
})

test('a field that is left shows what is wrong with what was typed; an empty one is no mistake yet', () => {
  const { page } = guided([name, emptyNumber])
  page().at('name').onLeave()
  page()
  expect(errors(page)).toEqual(['name'])
  expect([onLeave.mock.calls, page().at('name').focus]).toEqual([[['name']], false])
  page().at('id-number').onLeave()
  page()
  expect(errors(page)).toEqual(['name'])
  expect(onLeave).toHaveBeenCalledTimes(2)
  page().at('name').onLeave()
  page()
  expect(onLeave).toHaveBeenCalledTimes(3)
})

test('what was typed last has arrived before a field that is left is looked at', () => {
  const { given, page } = guided([])
  page().at('name').onLeave()
  given.faults = [name]
  page()
  expect(errors(page)).toEqual(['name'])
})

test('who leaves the field that was gone to is there no more', () => {
  const { page } = guided([name])
  page().next()
  expect(page().at('name').focus).toBe(true)
  page().at('name').onLeave()
  expect(page().at('name').focus).toBe(false)
})

test('what the server refused is gone back to, and said until something is changed', () => {
  const { given, page } = guided()
  page().next()
  page().next()
  given.obstacle = { kind: 'field', error: name }
  page()
  expect(page()).toMatchObject({ step: 'who' })
  expect(page().at('name')).toMatchObject({ error: startText('error.name'), focus: true })
  page().edited()
  expect(dismiss).toHaveBeenCalledTimes(1)
  given.obstacle = null
  page()
  expect(errors(page)).toEqual([])
  page().edited()
  expect(dismiss).toHaveBeenCalledTimes(1)
})

test('what the server refused goes before what is found here', () => {
  const { given, page } = guided([name])
  page().next()
  given.obstacle = {
    kind: 'field',
    error: { field: 'name', text: 'error.unclear', params: { suggestion: '甲' } },
  }
  page()
  expect(page().at('name').error).toBe(startText('error.unclear', { suggestion: '甲' }))
})

test('any other obstacle leaves the step as it is', () => {
  const { given, page } = guided()
  page().next()
  given.obstacle = { kind: 'privacy' }
  page()
  expect([page().step, errors(page)]).toEqual(['how', []])
  page().edited()
  expect(dismiss).not.toHaveBeenCalled()
})

test('with another vendor it goes on once its faults are known', () => {
  const { given, page } = guided()
  page().nextWith()
  given.faults = [name]
  page()
  expect([page().step, errors(page)]).toEqual(['who', ['name']])
  given.faults = []
  page().nextWith()
  page()
  expect(page().step).toBe('how')
})

test('a page that is gone does not scroll', async () => {
  phone.can('pageScrollTo', () => Promise.reject(new Error('no page')))
  const { page } = guided([name])
  page().next()
  page().go('how')
  await page.settled()
  expect(phone.given('pageScrollTo')).toHaveLength(2)
})
