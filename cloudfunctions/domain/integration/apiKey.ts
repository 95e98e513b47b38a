export const scopes = ['read', 'invite', 'batch', 'webhooks'] as const
export type Scope = (typeof scopes)[number]

/** The key of a business system, as it is stored. Times are ms since the epoch. */
export interface ApiKey {
  /** `k_` + 16 hex digits; what logs and audit rows name. */
  _id: string
  version: number
  /** Keyed digest of the secret part, which itself is kept nowhere. */
  digest: string
  label: string
  scopes: Scope[]
  /** Key of the operator who made it. */
  createdBy: string
  createdAt: number
  /** null: until it is revoked. */
  expiresAt: number | null
  /** Of about an hour ago at most. */
  lastUsedAt: number | null
  revokedAt: number | null
}

/** `rnk_<16 hex>_<64 hex>`: the id in the clear, so that a lost key can be found and revoked, and the secret. */
const form = /^rnk_([0-9a-f]{16})_([0-9a-f]{64})$/

export function keyText(id: string, secret: string): string {
  return `rnk_${id.slice('k_'.length)}_${secret}`
}

/** null when it is no key at all. */
export function readKey(text: string): { id: string; secret: string } | null {
  const found = form.exec(text)
  return found ? { id: `k_${found[1]}`, secret: found[2] ?? '' } : null
}

export function isLive(
  { revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>,
  now: number,
): boolean {
  return revokedAt === null && (expiresAt === null || expiresAt > now)
}
