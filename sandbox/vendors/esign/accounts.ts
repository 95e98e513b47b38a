/** Persons and organizations that e签宝 knows. v2's own verification without account leaves no trace here. */
import { newAccountId } from './ids'
import { MOBILE } from './values'
import type { Facts } from './ways'

export interface Account {
  id: string
  kind: 'person' | 'organization'
  facts: Facts
  verified: boolean
  /** Scopes this application was granted. */
  scopes: Set<string>
}

export function createAccounts() {
  const byId = new Map<string, Account>()
  const find = (kind: Account['kind'], matches: (facts: Facts) => boolean): Account | undefined =>
    [...byId.values()].find(one => one.kind === kind && matches(one.facts))

  return {
    /** `undefined` when the id is taken. */
    add(kind: Account['kind'], facts: Facts, more: { id?: string; verified?: boolean } = {}) {
      const { id = newAccountId(), verified = false } = more
      if (byId.has(id)) return undefined
      const account: Account = { id, kind, facts: { ...facts }, verified, scopes: new Set() }
      byId.set(id, account)
      return account
    },
    of(kind: Account['kind'], id: string): Account | undefined {
      const account = byId.get(id)
      return account?.kind === kind ? account : undefined
    },
    personBy: ({ account, idNumber }: Facts): Account | undefined =>
      account === undefined
        ? find('person', facts => idNumber !== undefined && facts.idNumber === idNumber)
        : find('person', facts => facts.account === account),
    organizationBy: ({ orgName, orgNumber }: Facts): Account | undefined =>
      orgName === undefined
        ? find('organization', facts => orgNumber !== undefined && facts.orgNumber === orgNumber)
        : find('organization', facts => facts.orgName === orgName),
    all: (): Account[] => [...byId.values()],
    clear: () => byId.clear(),
  }
}

export type Accounts = ReturnType<typeof createAccounts>

/** As v3 shows an account's handle: a mobile number or an e-mail address. */
export function handleOf(account: string | undefined) {
  const isMobile = account !== undefined && MOBILE.test(account)
  return {
    accountMobile: isMobile ? account : null,
    accountEmail: account !== undefined && !isMobile ? account : null,
  }
}
