import { createWorld } from '../../../test/support/world'
import { hasMessages } from './hasMessages'

test('people are told something only where a template is set', () => {
  const { config } = createWorld().deps
  expect(hasMessages({ config })).toBe(false)
  const result = { id: 'template', fields: {} } as never
  expect(hasMessages({ config: { ...config, messages: { result } } })).toBe(true)
})
