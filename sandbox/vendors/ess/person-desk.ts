/** What happens to a person behind a link. */
import { maskContact, maskNumber } from '../kit/mask'
import type { PersonPlan, Script } from '../kit/script'
import { maskPerson } from './masks'
import type { Notices } from './notices'
import type { Person } from './people'

export const PERSON_ACTIONS = ['verify', 'failPerson'] as const
export type PersonAction = (typeof PERSON_ACTIONS)[number]

const PERSON_OUTCOMES = ['pass', 'fail'] as const

/** What a person is said to have typed where a link left it open. */
const TYPED = { name: '张小三', idNumber: '110101199003070003', mobile: '10020033009' }

export function createPersonDesk({ script, notices }: { script: Script; notices: Notices }) {
  const settle = (person: Person, action: PersonAction, plan?: PersonPlan): Promise<void> => {
    person.name ??= TYPED.name
    person.idNumber ??= TYPED.idNumber
    person.mobile ??= TYPED.mobile
    person.state = action === 'verify' ? 'verified' : 'failed'
    if (action === 'failPerson') return Promise.resolve()
    return notices.send(
      [
        {
          type: 'UserAccountVerify',
          data: {
            UserId: person.userId,
            Name: maskPerson(person.name),
            IdCardNumber: maskNumber(person.idNumber),
            Mobile: maskContact(person.mobile),
            UserData: person.userData,
          },
        },
      ],
      plan,
    )
  }

  const plan = (moment: 'acted' | 'created', path: string) =>
    script.takeForPerson({ moment, paths: [path], outcomes: PERSON_OUTCOMES, callsBack: true })

  return {
    async act(person: Person, action: PersonAction, path: string) {
      if (person.state === 'verified')
        return { ok: false as const, problem: 'this person is verified already' }
      await settle(person, action, plan('acted', path))
      return { ok: true as const }
    },

    /** What the script ordered to happen without a page. */
    async actByScript(person: Person, path: string): Promise<void> {
      const ordered = plan('created', path)
      if (!ordered?.outcome) return
      await settle(person, ordered.outcome === 'pass' ? 'verify' : 'failPerson', ordered)
    },
  }
}

export type PersonDesk = ReturnType<typeof createPersonDesk>
