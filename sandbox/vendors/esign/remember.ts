/** What e签宝 learns from a flow about the accounts in it. */
import type { Account, Accounts } from './accounts'
import type { Flow } from './flows'
import { personTrackOf } from './stages'

/** v3 creates accounts on the way; v2 verifies those that exist, or remembers nobody. */
export function rememberAccounts(flow: Flow, accounts: Accounts): void {
  const isOrganization = flow.main.objectType === 'ORGANIZATION'
  const { account, name, idNumber, mobile, bankCard, orgName, orgNumber, legalRepName } = flow.facts
  if (personTrackOf(flow)?.status === 'SUCCESS') {
    const facts = { account, name, idNumber, mobile, bankCard }
    if (flow.family === 'v3') {
      flow.person ??= accounts.personBy({ account, idNumber }) ?? accounts.add('person', facts)
    }
    if (flow.person) verify(flow.person, facts)
  }
  if (isOrganization && flow.main.status === 'SUCCESS') {
    const facts = { orgName, orgNumber, legalRepName }
    if (flow.family === 'v3') {
      flow.organization ??=
        accounts.organizationBy({ orgName, orgNumber }) ?? accounts.add('organization', facts)
    }
    if (flow.organization) verify(flow.organization, facts)
  }
  if (flow.authorizedAt) {
    for (const one of [flow.person, flow.organization]) {
      for (const scope of flow.request.scopes) one?.scopes.add(scope)
    }
  }
}

/** What was left untold or is known better stays. */
function verify(account: Account, facts: Account['facts']): void {
  account.verified = true
  for (const [name, value] of Object.entries(facts)) {
    if (value !== undefined) account.facts = { ...account.facts, [name]: value }
  }
}
