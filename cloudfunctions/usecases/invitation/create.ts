import type { CreateInvitationInput, CreateInvitationResult } from '../../contract/invitation'
import { ActionError } from '../../domain/errors'
import type { InvitationTerms } from '../../domain/invitation/invitation'
import { isAllowedRedirect } from '../../domain/invitation/redirect'
import type { FallbackMode, PageField } from '../../domain/words'
import type { Deps } from '../kit/deps'
import { clientKeyOf } from '../kit/key'
import { modesOf } from '../kit/modes'
import { checkedInvitee } from './invitee'
import { insertAll, invitationIdOf, made } from './make'
import { detailOf } from './view'

/**
 * Makes one invitation. The same client key with the same content is the same invitation. Throws KEY_CONFLICT,
 * VENDOR_OFF, INVALID_INPUT with the field.
 */
export async function createInvitation(
  deps: Deps,
  operator: string,
  input: CreateInvitationInput,
): Promise<CreateInvitationResult> {
  const { clientKey, ...content } = input
  const { most, bizId } = content
  const own = clientKeyOf(deps, { what: 'invitation', owner: operator, key: clientKey }, content)
  const earlier = await deps.store.get('invitations', invitationIdOf(deps, { operator, clientKey }, 0))
  if (earlier) {
    await own.bind()
    return { outcome: 'repeated', invitation: await detailOf(deps, operator, earlier) }
  }
  const invitee = checkedInvitee(input.invitee, input.subject, deps.clock())
  const terms = termsOf(deps, input)
  await own.bind()
  const createdAt = deps.clock()
  const making = {
    operator,
    clientKey,
    campaignId: null,
    terms,
    most,
    createdAt,
    expiresAt: createdAt + input.days * day,
  }
  const invitation = made(deps, making, { number: 0, invitee, bizId })
  await insertAll(deps, [invitation])
  return { outcome: 'created', invitation: await detailOf(deps, operator, invitation) }
}

export const day = 24 * 3600_000

/** What was decided, checked against what the vendors and the owner allow. Throws VENDOR_OFF, INVALID_INPUT, REDIRECT_REFUSED. */
export function termsOf({ drivers, config }: Deps, given: InvitationTerms): InvitationTerms {
  const { subject, title, note, vendor, mode, locked, redirect } = given
  const { fallbackModes = [], editableFields = [] } = given
  const offered = [...drivers.values()].filter(({ id }) => vendor === null || id === vendor)
  const able = offered.filter(({ capabilities }) => capabilities.subjects.includes(subject))
  if (able.length === 0) throw new ActionError('VENDOR_OFF', 'vendor')
  const isPerson = subject === 'person'
  const modes = able.flatMap(({ capabilities }) => modesOf(capabilities))
  if (mode !== null && !(isPerson && modes.includes(mode))) throw new ActionError('INVALID_INPUT', 'mode')
  const pages = able.flatMap(({ capabilities }) => capabilities.page ?? [])
  const canFallBack = (to: FallbackMode) => isPerson && pages.some(page => page.fallbackModes.includes(to))
  if (!fallbackModes.every(canFallBack)) throw new ActionError('INVALID_INPUT', 'fallbackModes')
  const fields: PageField[] = pages.flatMap(page => page.fields[subject])
  if (!editableFields.every(each => fields.includes(each)))
    throw new ActionError('INVALID_INPUT', 'editableFields')
  if (!isAllowedRedirect(redirect, config.redirectTargets))
    throw new ActionError('REDIRECT_REFUSED', 'redirect')
  return {
    subject,
    title,
    note,
    vendor,
    mode,
    locked,
    fallbackModes,
    editableFields,
    redirect,
  }
}
