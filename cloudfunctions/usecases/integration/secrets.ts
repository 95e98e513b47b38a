import * as v from 'valibot'
import type { Endpoint, EndpointSecret } from '../../domain/integration/endpoint'
import type { Deps } from '../kit/deps'
import { openSealed } from '../kit/openSealed'

const sealedSecrets = v.array(v.strictObject({ secret: v.string(), until: v.nullable(v.number()) }))

export function sealSecrets(
  { vault }: Pick<Deps, 'vault'>,
  id: string,
  secrets: readonly EndpointSecret[],
): string {
  return vault.seal(secrets, { kind: 'endpointSecrets', id })
}

/** Throws DATA_UNREADABLE. */
export function secretsOf(
  { vault }: Pick<Deps, 'vault'>,
  { _id, sealed }: Pick<Endpoint, '_id' | 'sealed'>,
): EndpointSecret[] {
  return openSealed({ vault }, sealedSecrets, sealed, { kind: 'endpointSecrets', id: _id })
}
