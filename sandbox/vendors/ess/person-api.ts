/** The two actions for persons. */
import type { SandboxRequest } from '../kit/http'
import { givenOut, personLinkForms } from './addresses'
import type { Caller } from './caller'
import { read } from './fields'
import type { Links } from './links'
import { DAY_MS, LINK_DAYS } from './organization-desk'
import type { People } from './people'
import type { PersonDesk } from './person-desk'
import { personStatusShape, verifyShape } from './person-fields'
import type { Fields } from './protocol'

/** Of the integration environment. */
export const MINI_APP_ID = 'wx371151823f6f3edf'

export interface PersonApiParts {
  caller: Caller
  people: People
  links: Links
  personDesk: PersonDesk
}

export function personActions({ caller, people, links, personDesk }: PersonApiParts) {
  return {
    async CreateUserVerifyUrl(request: SandboxRequest): Promise<Fields> {
      const given = read(request, verifyShape)
      caller.employee(given.Operator)
      caller.pay()
      const { Endpoint: endpoint = 'APP' } = given
      const person = people.add({
        name: given.Name,
        idNumber: given.IdCardNumber,
        mobile: given.Mobile,
        userData: given.UserData ?? '',
        jumpsBack: given.AutoJumpBack ?? false,
      })
      const link = links.issue({ kind: 'person', person }, personLinkForms[endpoint], LINK_DAYS * DAY_MS)
      await personDesk.actByScript(person, '/CreateUserVerifyUrl')
      return {
        UserVerifyUrl: givenOut(link, request.serverUrl),
        ExpireTime: Math.floor((link.expiresAt ?? 0) / 1000),
        ...(endpoint === 'APP' && { MiniAppId: MINI_APP_ID }),
      }
    },

    DescribeUserVerifyStatus(request: SandboxRequest): Fields {
      const given = read(request, personStatusShape)
      caller.employee(given.Operator)
      caller.pay()
      return { VerifyStatus: people.isVerified(given.Name, given.IdCardNumber) }
    },
  }
}
