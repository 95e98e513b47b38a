import * as v from 'valibot'
import { type CodeForm, codeForms } from '../../contract/invitation'
import type { InvitationLinks as Links } from '../../contract/server/invitations'
import { ActionError } from '../../domain/errors'
import { type InvitationLinks, nextLinksTry } from '../../domain/integration/invitationLinks'
import type { Invitation } from '../../domain/invitation/invitation'
import { codeImage, made } from '../invitation/code'
import { formsOf, isAlive } from '../invitation/view'
import { dataUrl } from '../kit/code'
import type { Deps } from '../kit/deps'
import { openSealed } from '../kit/openSealed'
import { tell } from './tell'

/** Documents of one run. */
const runSize = 20

const madeForm = v.strictObject({
  form: v.picklist(codeForms),
  image: v.nullable(v.string()),
  text: v.nullable(v.string()),
  expiresAt: v.number(),
})
const madeLinks = v.array(madeForm)
type Made = v.InferOutput<typeof madeForm>

/** Has codes and links made by the next run that may. Harmless to repeat. */
export async function orderLinks({ store, clock }: Deps, { _id, edition }: Invitation): Promise<void> {
  const fresh: InvitationLinks = {
    _id,
    version: 1,
    edition,
    sealed: null,
    endsAt: 0,
    dueAt: clock(),
    failures: 0,
  }
  if (await store.insert('invitation_links', fresh)) return
  const before = await store.get('invitation_links', _id)
  if (!before || isGood(before, { edition, now: clock() })) return
  const { version: _, _id: __, ...anew } = fresh
  // Whoever was first has ordered the same.
  await store.replace('invitation_links', _id, before.version, anew)
}

/** Characters the images of one answer may have together; HTTP access lets 100 KB through. */
const roomForImages = 95_000
/** Characters of one image at most, so that it can be had at all. */
const largestImage = 90_000

/**
 * What there is now, of one form or of all; what only WeChat can make may still be pending. Throws NOT_FOUND,
 * INVITATION_ENDED, DATA_UNREADABLE.
 */
export async function linksOf(deps: Deps, id: string, only?: CodeForm): Promise<Links> {
  const invitation = await deps.store.get('invitations', id)
  if (!invitation) throw new ActionError('NOT_FOUND')
  if (!isAlive(deps, invitation)) throw new ActionError('INVITATION_ENDED')
  await orderLinks(deps, invitation)
  const all = await knownLinks(deps, invitation)
  const forms = formsOf(deps).filter(form => only === undefined || form === only)
  let room = roomForImages
  const links = forms.map((form): Links['links'][number] => {
    const found = all.find(each => each.form === form)
    if (!found) return { form, state: 'pending', image: null, text: null, expiresAt: null }
    const { image, text } = found
    const expiresAt = new Date(found.expiresAt).toISOString()
    const length = image?.length ?? 0
    if (length > room) return { form, state: 'apart', image: null, text, expiresAt }
    room -= length
    return { form, state: 'ready', image, text, expiresAt }
  })
  return { id, links }
}

/** Whether everything WeChat makes is there. */
export async function linksState(deps: Deps, { _id, edition }: Pick<Invitation, '_id' | 'edition'>) {
  const found = await deps.store.get('invitation_links', _id)
  return found && isGood(found, { edition, now: deps.clock() }) && found.sealed !== null ? 'ready' : 'pending'
}

async function knownLinks(deps: Deps, invitation: Invitation): Promise<Made[]> {
  const { _id, edition } = invitation
  const plain = formsOf(deps).includes('linkCode') ? [await makeOne(deps, invitation, 'linkCode')] : []
  const found = await deps.store.get('invitation_links', _id)
  if (!found || found.sealed === null || !isGood(found, { edition, now: deps.clock() })) return plain
  return [...plain, ...openSealed(deps, madeLinks, found.sealed, placeOf(_id))]
}

/** The sweep's part: makes what was ordered, and says so. Returns how many invitations are ready. */
export async function makeLinks(deps: Deps, deadline: number): Promise<number> {
  const due = await deps.store.find('invitation_links', {
    where: [
      ['dueAt', 'gt', 0],
      ['dueAt', 'lte', deps.clock()],
    ],
    orderBy: [['dueAt', 'asc']],
    limit: runSize,
  })
  let ready = 0
  for (const each of due) {
    if (deps.clock() > deadline || !deps.hasTime()) break
    if (await attend(deps, each)) ready += 1
  }
  return ready
}

async function attend(deps: Deps, found: InvitationLinks): Promise<boolean> {
  const { _id, version, failures } = found
  const invitation = await deps.store.get('invitations', _id)
  if (!invitation || !isAlive(deps, invitation)) {
    await deps.store.remove('invitation_links', _id, version)
    return false
  }
  const { edition } = invitation
  try {
    const all: Made[] = []
    for (const form of formsOf(deps)) if (form !== 'linkCode') all.push(await makeOne(deps, invitation, form))
    const sealed = deps.vault.seal(all, placeOf(_id))
    const endsAt = Math.min(...all.map(({ expiresAt }) => expiresAt))
    // Still due: whoever dies before it is told does it again.
    if (
      !(await deps.store.replace('invitation_links', _id, version, { edition, sealed, endsAt, failures: 0 }))
    )
      return false
    await tell(deps, [readyOf(deps, invitation, endsAt)])
    await deps.store.replace('invitation_links', _id, version + 1, { dueAt: null })
    return true
  } catch (error) {
    deps.log.warn('links.failed', { invitation: _id, error: error instanceof Error ? error.name : 'unknown' })
    const changes = { failures: failures + 1, dueAt: nextLinksTry(failures, deps.clock()) }
    await deps.store.replace('invitation_links', _id, version, changes)
    return false
  }
}

function readyOf(
  { clock }: Deps,
  { _id, edition, state, subject, vendor, bizId, version }: Invitation,
  endsAt: number,
) {
  return {
    source: `${_id}_ready_${edition}_${endsAt}`,
    type: 'invitation.ready' as const,
    subjectId: _id,
    at: clock(),
    data: { id: _id, state, subject, vendor, bizId, sequence: version * 10 },
  }
}

async function makeOne(deps: Deps, invitation: Invitation, form: CodeForm): Promise<Made> {
  const { image, text, expiresAt = invitation.expiresAt } = await made(deps, invitation, form)
  if ((image?.length ?? 0) <= largestImage) return { form, image, text, expiresAt }
  const smaller = dataUrl(await codeImage(deps, invitation, 'small'))
  if (smaller.length > largestImage) throw new Error('a code that no answer can hold')
  return { form, image: smaller, text, expiresAt }
}

/** Of the codes there are now, and made or still to be made. */
function isGood(
  found: Pick<InvitationLinks, 'edition' | 'endsAt' | 'sealed'>,
  { edition, now }: { edition: number; now: number },
): boolean {
  return found.edition === edition && (found.sealed === null || found.endsAt > now)
}

const placeOf = (id: string) => ({ kind: 'invitationLinks', id }) as const
