import type { ApiKeyListResult, CreateApiKeyResult } from '../../contract/integration'
import { ActionError } from '../../domain/errors'
import { type ApiKey, isLive, keyText, readKey, type Scope } from '../../domain/integration/apiKey'
import { Refusal } from '../../domain/integration/refusal'
import { sameText } from '../../platform/crypto'
import { recordAct } from '../kit/acts'
import type { Deps } from '../kit/deps'
import { operatorId } from '../operator/identity'

const day = 24 * 3600_000
const idBytes = 8
const secretBytes = 32
/** More than anybody can look after. */
const mostKeys = 50
/** ms for which the time of the last use may be old: a call is not a write. */
const useResolution = 3600_000

/** Makes a key for a business system. Its text is shown this once. Throws RANGE_TOO_LARGE. */
export async function createApiKey(
  deps: Deps,
  openid: string,
  { label, scopes, days }: { label: string; scopes: Scope[]; days: number | null },
): Promise<CreateApiKeyResult> {
  const now = deps.clock()
  const live = (await allKeys(deps)).filter(key => isLive(key, now))
  if (live.length >= mostKeys) throw new ActionError('RANGE_TOO_LARGE')
  const id = `k_${deps.random(idBytes)}`
  const secret = deps.random(secretBytes)
  const key: ApiKey = {
    _id: id,
    version: 1,
    digest: digestOf(deps, id, secret),
    label,
    scopes: [...new Set(scopes)],
    createdBy: operatorId(deps, openid),
    createdAt: now,
    expiresAt: days === null ? null : now + days * day,
    lastUsedAt: null,
    revokedAt: null,
  }
  await recordAct(deps, { event: 'apiKey.create', operator: key.createdBy, subject: id, detail: '' })
  await deps.store.insert('api_keys', key)
  deps.log.info('apiKey.created', { key: id })
  return { id, key: keyText(id, secret) }
}

/** Newest first; never a key's text. */
export async function listApiKeys(deps: Deps): Promise<ApiKeyListResult> {
  const keys = await allKeys(deps)
  return {
    keys: keys
      .sort((a, b) => b.createdAt - a.createdAt)
      .map(({ _id, label, scopes, createdAt, expiresAt, lastUsedAt, revokedAt }) => ({
        id: _id,
        label,
        scopes,
        createdAt,
        expiresAt,
        lastUsedAt,
        revokedAt,
      })),
  }
}

/** Ends a key at once; harmless to repeat. Throws NOT_FOUND, BUSY. */
export async function revokeApiKey(
  deps: Deps,
  openid: string,
  { id }: { id: string },
): Promise<ApiKeyListResult> {
  const key = await deps.store.get('api_keys', id)
  if (!key) throw new ActionError('NOT_FOUND')
  if (key.revokedAt === null) {
    const operator = operatorId(deps, openid)
    await recordAct(deps, { event: 'apiKey.revoke', operator, subject: id, detail: '' })
    const won = await deps.store.replace('api_keys', id, key.version, { revokedAt: deps.clock() })
    if (!won) throw new ActionError('BUSY')
    deps.log.info('apiKey.revoked', { key: id })
  }
  return listApiKeys(deps)
}

/**
 * The key behind an Authorization header. What is wrong with a key is told to nobody. Throws Refusal KEY_MISSING,
 * KEY_WRONG.
 */
export async function authenticate(deps: Deps, authorization: string | undefined): Promise<ApiKey> {
  const text = authorization && /^bearer (\S+)/i.exec(authorization)?.[1]
  if (!text) throw new Refusal('KEY_MISSING')
  const said = readKey(text)
  const key = said && (await deps.store.get('api_keys', said.id))
  // The digest is worked out either way: an unknown id takes as long as a wrong secret.
  const digest = digestOf(deps, said?.id ?? '', said?.secret ?? '')
  if (!key || !sameText(digest, key.digest) || !isLive(key, deps.clock())) throw new Refusal('KEY_WRONG')
  return touched(deps, key)
}

async function touched({ store, clock }: Deps, key: ApiKey): Promise<ApiKey> {
  const now = clock()
  if (now - (key.lastUsedAt ?? 0) < useResolution) return key
  // Whoever was first has written the same.
  await store.replace('api_keys', key._id, key.version, { lastUsedAt: now })
  return key
}

function allKeys({ store }: Deps): Promise<ApiKey[]> {
  return store.find('api_keys', { where: [['createdAt', 'gt', 0]], limit: 1000 })
}

function digestOf({ vault }: Pick<Deps, 'vault'>, id: string, secret: string): string {
  return vault.digest('apiKey', id, secret)
}
