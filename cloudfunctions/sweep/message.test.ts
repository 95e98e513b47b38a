import { allChores } from '../domain/rounds'
import { firstWake } from '../platform/nextRun'
import { choresOf, nextMessage, nextWake } from './message'

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

test('a run that was asked for sends what is due, and nothing else: it may make no cloud calls', () => {
  expect([...choresOf(firstWake, now)].sort()).toEqual(['deliveries'])
  expect([...choresOf('wake 20', now)].sort()).toEqual(['deliveries'])
})

test('runs of both kinds are one chain, which ends', () => {
  expect(nextWake('')).toBe(firstWake)
  expect(nextWake('more 7')).toBe('wake 8')
  expect(nextMessage('wake 7')).toBe('wake 8')
  expect(nextWake('wake 20')).toBeNull()
  expect(nextMessage('wake 20')).toBeNull()
  let runs = 0
  for (let message: string | null = ''; message !== null; runs++)
    message = runs % 2 === 0 ? nextWake(message) : nextMessage(message)
  expect(runs).toBe(21)
})
