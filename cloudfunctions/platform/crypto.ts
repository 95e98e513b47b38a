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

export interface Vault {
  /** AES-256-GCM, bound to `context` (the document it belongs to). `<key id>.<iv>.<tag>.<ciphertext>`, base64url. */
  seal(value: unknown, context: string): string
  /** Throws when the key is unknown, or the text or its context was altered. */
  open(sealed: string, context: string): unknown
  /** Keyed SHA-256 in hex; `purpose` separates the uses. */
  digest(purpose: string, ...parts: string[]): string
}

/** Bytes. Without it Node takes a tag of four, which is guessed. */
const authTagLength = 16

export function createVault(keys: Keys): Vault {
  const [newest] = keys.seal
  if (!newest) throw new Error('SEAL_KEYS holds no key')
  return {
    seal(value, context) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', newest.key, iv, { authTagLength })
      cipher.setAAD(Buffer.from(context))
      const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
      return [newest.id, ...[iv, cipher.getAuthTag(), body].map(part => part.toString('base64url'))].join('.')
    },
    open(sealed, context) {
      const [id, iv = '', tag = '', body = ''] = sealed.split('.')
      const entry = keys.seal.find(each => each.id === id)
      if (!entry) throw new Error('sealed with a key that is no longer in SEAL_KEYS')
      const decipher = createDecipheriv('aes-256-gcm', entry.key, Buffer.from(iv, 'base64url'), {
        authTagLength,
      })
      decipher.setAAD(Buffer.from(context))
      decipher.setAuthTag(Buffer.from(tag, 'base64url'))
      const text = Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()])
      return JSON.parse(text.toString('utf8'))
    },
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
