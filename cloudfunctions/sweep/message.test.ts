import { allChores } from '../domain/rounds'
import { choresOf, nextMessage } from './message'

const now = 1_700_000_100_000

test("the platform's timer looks after some chores, a person or a run that goes on after all", () => {
  expect(choresOf('', now).size).toBeLessThan(allChores.size)
  expect(choresOf(undefined, now)).toEqual(choresOf('', now))
  expect(choresOf('all', now)).toEqual(allChores)
  expect(choresOf('more 3', now)).toEqual(allChores)
  expect(choresOf('more 0', now)).toEqual(choresOf('', now))
})

test('runs follow one another, and leave it to the timer after twenty', () => {
  expect(nextMessage('')).toBe('more 1')
  expect(nextMessage('more 1')).toBe('more 2')
  expect(nextMessage('all')).toBe('more 1')
  expect(nextMessage('more 20')).toBeNull()
})
