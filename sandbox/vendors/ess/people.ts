/** Persons who were sent a link, and who of them is verified. */
import type { Clock } from '../kit/clock'
import { newId } from './ids'

export interface Person {
  id: string
  userId: string
  name?: string
  idNumber?: string
  mobile?: string
  userData: string
  jumpsBack: boolean
  state: 'waiting' | 'verified' | 'failed'
  createdAt: number
}

export type PersonFacts = Pick<Person, 'name' | 'idNumber' | 'mobile' | 'userData' | 'jumpsBack'>

export function createPeople(clock: Clock) {
  const people: Person[] = []
  return {
    add(facts: PersonFacts): Person {
      const person: Person = {
        ...facts,
        id: newId(),
        userId: newId(),
        state: 'waiting',
        createdAt: clock.now(),
      }
      people.push(person)
      return person
    },
    isVerified: (name: string, idNumber: string): boolean =>
      people.some(one => one.state === 'verified' && one.name === name && one.idNumber === idNumber),
    /** Oldest first. */
    all: (): readonly Person[] => people,
    clear(): void {
      people.length = 0
    },
  }
}

export type People = ReturnType<typeof createPeople>
