import * as v from 'valibot'
import type { CaseNoteView } from '../../contract/workplace'
import type { CaseNote, CaseTag } from '../../domain/caseNote'
import { ActionError } from '../../domain/errors'
import type { Verification } from '../../domain/verification'
import { change, changeOrBegin } from '../../platform/change'
import type { Deps } from '../kit/deps'
import { openSealed } from '../kit/openSealed'
import { operatorId } from '../operator/identity'

const text = v.string()

/**
 * Writes down what operators want to remember of a verification, and how it is marked; '' takes the note away. Its person
 * finds it in his copy. Throws NOT_FOUND, also for one that is nobody's any more, DATA_UNREADABLE, BUSY.
 */
export async function annotate(
  deps: Deps,
  openid: string,
  { id, note, tag }: { id: string; note: string; tag: CaseTag | null },
): Promise<CaseNoteView> {
  const { store, vault, clock } = deps
  const { document } = await change(store, 'verifications', id, before =>
    before.owner === '' || (before.tag ?? null) === tag ? null : { tag },
  )
  if (isNobodys(document)) throw new ActionError('NOT_FOUND')
  if (note === '') await store.removeMany('case_notes', [['_id', 'eq', id]])
  else {
    const sealed = vault.seal(note, { kind: 'caseNote', id })
    const written = { sealed, operator: operatorId(deps, openid), at: clock() }
    await changeOrBegin(store, 'case_notes', id, () => written)
    // Whoever erased it meanwhile has found no note to remove.
    if (isNobodys(await store.get('verifications', id))) {
      await store.removeMany('case_notes', [['_id', 'eq', id]])
      throw new ActionError('NOT_FOUND')
    }
  }
  return noteOf(deps, id, tag)
}

const isNobodys = (found: Pick<Verification, 'owner'> | null): boolean => found === null || found.owner === ''

/** What is written down of a verification. Throws DATA_UNREADABLE. */
export async function noteOf(deps: Deps, id: string, tag: CaseTag | null): Promise<CaseNoteView> {
  const found = await deps.store.get('case_notes', id)
  return { tag, note: found ? noteText(deps, found) : '', at: found?.at ?? null }
}

export const noteText = (deps: Pick<Deps, 'vault'>, { _id, sealed }: CaseNote): string =>
  openSealed(deps, text, sealed, { kind: 'caseNote', id: _id })
