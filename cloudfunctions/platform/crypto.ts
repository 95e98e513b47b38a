import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

export interface Keys {
  /** Newest first: the first seals, all of them open. 32 bytes each. */
  seal: { id: string; key: Buffer }[]
  /** Keys the hashes that are looked up or compared; never rotated. 32 bytes. */
  lookup: Buffer
}

/** What is sealed, and how its document was called before the kind was part of the seal. */
const sealedKinds = {
  verificationFields: (id: string) => id,
  invitationInvitee: (id: string) => id,
  invitationLinks: (id: string) => `invitation_links/${id}`,
  batchRow: (id: string) => id,
  batchLink: (id: string) => id,
  handoverToken: (id: string) => id,
  endpointSecrets: (id: string) => id,
  keptAnswer: (id: string) => id,
  caseNote: (id: string) => id,
  vendorToken: (id: string) => `token ${id}`,
} as const
export type SealedKind = keyof typeof sealedKinds
export const sealedKindNames = Object.keys(sealedKinds) as SealedKind[]

/** Where a sealed text belongs: it opens nowhere else. */
export interface SealedPlace {
  kind: SealedKind
  /** Of the document. */
  id: string
}

export interface Vault {
  /** AES-256-GCM, bound to its kind and its document. `v2.<key id>.<iv>.<tag>.<ciphertext>`, base64url. */
  seal(value: unknown, place: SealedPlace): string
  /**
   * Throws when the key is unknown, or the text or its place was altered. Opens what was sealed before there were
   * kinds, too: four parts, bound to the document only.
   */
  open(sealed: string, place: SealedPlace): unknown
  /** The key that seals now, and whether others only open. */
  newest: { alone: boolean /** Ids of all keys, this one's first. */; among: string }
  /** Whether the key that seals now, and the form of now, is what this was sealed with. */
  isNewest(sealed: string): boolean
  /** Keyed SHA-256 in hex; `purpose` separates the uses. */
  digest(purpose: string, ...parts: string[]): string
}

/** Bytes. Without it Node takes a tag of four, which is guessed. */
const authTagLength = 16

const format = 'v2'
const contextOf = ({ kind, id }: SealedPlace): Buffer => Buffer.from(`${format}\0${kind}\0${id}`)

export function createVault(keys: Keys): Vault {
  const [newest] = keys.seal
  if (!newest) throw new Error('SEAL_KEYS holds no key')
  return {
    seal(value, place) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', newest.key, iv, { authTagLength })
      cipher.setAAD(contextOf(place))
      const body = Buffer.concat([cipher.update(Buffer.from(JSON.stringify(value))), cipher.final()])
      return [
        format,
        newest.id,
        ...[iv, cipher.getAuthTag(), body].map(part => part.toString('base64url')),
      ].join('.')
    },
    open(sealed, place) {
      const parts = sealed.split('.')
      const isOld = parts.length === 4
      if (!isOld && (parts.length !== 5 || parts[0] !== format))
        throw new Error('sealed in an unknown format')
      const [id, iv, tag, body] = parts.slice(-4) as [string, string, string, string]
      const entry = keys.seal.find(each => each.id === id)
      if (!entry) throw new Error('sealed with a key that is no longer in SEAL_KEYS')
      const decipher = createDecipheriv('aes-256-gcm', entry.key, Buffer.from(iv, 'base64url'), {
        authTagLength,
      })
      decipher.setAAD(isOld ? Buffer.from(sealedKinds[place.kind](place.id)) : contextOf(place))
      decipher.setAuthTag(Buffer.from(tag, 'base64url'))
      const text = Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()])
      return JSON.parse(text.toString())
    },
    newest: { alone: keys.seal.length === 1, among: keys.seal.map(({ id }) => id).join() },
    isNewest: sealed => sealed.startsWith(`${format}.${newest.id}.`),
    digest(purpose, ...parts) {
      const hmac = createHmac('sha256', keys.lookup).update(purpose)
      for (const part of parts) hmac.update('\0').update(part)
      return hmac.digest('hex')
    },
  }
}

export const randomHex = (bytes: number): string => randomBytes(bytes).toString('hex')

export const sha256 = (value: string | Buffer): string => createHash('sha256').update(value).digest('hex')

/** Compares without telling by its time how far two texts agree. */
export function sameText(left: string, right: string): boolean {
  const a = Buffer.from(left)
  const b = Buffer.from(right)
  return a.length === b.length && timingSafeEqual(a, b)
}
