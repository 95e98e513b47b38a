import type { KeptView, MyDataResult } from '../../contract/personal'
import { isOpen } from '../../domain/lifecycle'
import type { Deps } from '../kit/deps'
import { consentKeeping } from '../verification/consents'
import { type Everything, everythingOf } from './everything'

const day = 24 * 3600_000

/** What is kept about the caller and until when, and what was agreed to. */
export async function seeMyData(deps: Deps, openid: string): Promise<MyDataResult> {
  const all = await everythingOf(deps, openid)
  return {
    kept: keptViews(deps, all).filter(({ count }) => count > 0),
    consents: all.consents
      .map(({ vendor, purpose, policyVersion, at, withdrawnAt = null }) => ({
        vendor,
        purpose,
        policyVersion,
        at,
        withdrawnAt,
      }))
      .sort((a, b) => b.at - a.at),
    open: all.verifications.filter(({ state }) => isOpen(state)).length,
    retentionDays: deps.config.policy.retentionDays,
  }
}

function keptViews(
  deps: Deps,
  {
    verifications,
    consents,
    notices,
    invitations,
    handovers,
    answers,
    events,
    messages,
    notes,
    operator,
  }: Everything,
): KeptView[] {
  const redacted = latest(verifications.map(({ redactAt }) => redactAt))
  const term = consentKeeping(deps)
  return [
    { kind: 'verification', count: verifications.length, until: redacted },
    { kind: 'consent', count: consents.length, until: latest(consents.map(({ at }) => at + term)) },
    { kind: 'notice', count: notices, until: redacted },
    {
      kind: 'invitation',
      count: invitations.length,
      until: latest(invitations.map(({ redactAt }) => redactAt)),
    },
    {
      kind: 'handover',
      count: handovers.length,
      until: latest(handovers.map(({ expiresAt }) => expiresAt + day)),
    },
    { kind: 'answer', count: answers.length, until: latest(answers.map(({ until }) => until)) },
    { kind: 'event', count: events.length, until: latest(events.map(({ expiresAt }) => expiresAt)) },
    {
      kind: 'message',
      count: messages.length,
      until: latest(messages.map(({ expiresAt }) => expiresAt)),
    },
    { kind: 'note', count: notes.length, until: redacted },
    { kind: 'operator', count: operator ? 1 : 0, until: null },
  ]
}

/** null as long as one of them is not settled. */
function latest(times: readonly (number | null)[]): number | null {
  const settled = times.filter((time): time is number => time !== null)
  return settled.length < times.length || settled.length === 0 ? null : Math.max(...settled)
}
