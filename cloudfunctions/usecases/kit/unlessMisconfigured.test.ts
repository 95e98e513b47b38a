import { createWorld } from '../../../test/support/world'
import { unlessMisconfigured } from './unlessMisconfigured'

test('settings that are wrong are left to whatever does the work', () => {
  const { deps } = createWorld()
  expect(unlessMisconfigured(() => deps)).toBe(deps)
  expect(
    unlessMisconfigured(() => {
      throw new Error('configuration')
    }),
  ).toBeNull()
})
