import { type OpenFixture, openFixture } from './testing/open-fixture'

let app: OpenFixture
beforeEach(async () => {
  app = await openFixture()
  await app.wx('navigateTo', { url: '/pages/form/index' })
})
afterEach(() => app.close())

function find(selector: string): Element {
  const found = app.q(selector)
  if (!found) throw new Error(`nothing is ${selector}`)
  return found
}
const set = (data: object) => Object(app.sim.topPage()).setData(data)

test('a role of the templates is a role; a state that is not given says nothing', () => {
  const tile = find('#tile')
  expect(tile.getAttribute('role')).toBe('radio')
  expect(tile.getAttributeNames().filter(name => name.startsWith('aria-'))).toEqual([])
  set({ on: true })
  expect(tile.getAttribute('aria-checked')).toBe('true')
  set({ on: false })
  expect(tile.getAttribute('aria-checked')).toBe('false')
  set({ on: '' })
  expect(tile.hasAttribute('aria-checked')).toBe(false)
})

test('a field carries its label, and keeps being a field', () => {
  const field = find('#labelled input')
  expect(field.getAttribute('aria-label')).toBe('证件号')
  expect(field.hasAttribute('role')).toBe(false)
})

test('the keyboard reaches what can be done, and Enter and space do it', () => {
  const tile = find('#tile')
  expect(tile.getAttribute('tabindex')).toBe('0')
  for (const key of ['Enter', ' ', 'a']) {
    const pressed = new (Object(tile.ownerDocument.defaultView).KeyboardEvent)('keydown', {
      key,
      bubbles: true,
    })
    tile.dispatchEvent(pressed)
  }
  expect(app.names().filter(name => name === 'tile')).toEqual(['tile', 'tile'])
})

test('a button that is off is left out of the round of the keyboard', () => {
  expect(find('#submit').getAttribute('tabindex')).toBe('0')
  expect(find('#off').getAttribute('tabindex')).toBe('-1')
})
