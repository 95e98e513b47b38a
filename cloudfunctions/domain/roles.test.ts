import { covers, roles } from './roles'

test('each role may do what those before it may, and nothing more', () => {
  const table = roles.map(role => [role, roles.filter(needed => covers(role, needed))])
  expect(table).toEqual([
    ['viewer', ['viewer']],
    ['operator', ['viewer', 'operator']],
    ['owner', ['viewer', 'operator', 'owner']],
  ])
})
