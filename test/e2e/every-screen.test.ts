import { looks } from '../../scripts/gallery/looks'
import { check } from '../../scripts/ux/check'
import { faults } from '../../scripts/ux/report'

const phone = looks.filter(({ id }) => id === 'light')

/** `npm run ux:check` on a phone by day. What a busy machine has moved once does not move again; a fault does. */
test('every page in every state keeps to the limits, and every walk comes to its end', async () => {
  const first = await check({ looks: phone })
  expect(first.stuck).toEqual([])
  expect(first.screens.length).toBeGreaterThan(40)
  const twice: string[] = []
  for (const walk of new Set(first.bad.map(screen => screen.walk))) {
    const again = await check({ looks: phone, walk })
    for (const screen of again.bad)
      if (first.bad.some(({ walk, name }) => walk === screen.walk && name === screen.name))
        twice.push(...faults(screen).map(fault => `${screen.walk} ${screen.name}: ${fault}`))
  }
  expect(twice).toEqual([])
}, 600_000)
