import * as v from 'valibot'
import { ActionError } from '../../domain/errors'
import type { SealedPlace, Vault } from '../../platform/crypto'

/**
 * What was sealed into a document, in the shape it must have. It opens in its own place only. Throws DATA_UNREADABLE
 * when its key is gone, it was altered, or an older version wrote something else; what it says is told nowhere.
 */
export function openSealed<S extends v.GenericSchema>(
  { vault }: { vault: Pick<Vault, 'open'> },
  schema: S,
  sealed: string,
  place: SealedPlace,
): v.InferOutput<S> {
  const result = v.safeParse(schema, opened(vault, sealed, place))
  if (result.success) return result.output
  throw new ActionError('DATA_UNREADABLE', undefined, 'shape')
}

function opened(vault: Pick<Vault, 'open'>, sealed: string, place: SealedPlace): unknown {
  try {
    return vault.open(sealed, place)
  } catch {
    throw new ActionError('DATA_UNREADABLE', undefined, 'seal')
  }
}
