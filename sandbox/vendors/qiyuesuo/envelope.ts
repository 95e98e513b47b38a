/** The signed envelope of a callback, and the encryption of its content. */
import { createCipheriv, createHash } from 'node:crypto'

export interface Envelope {
  signature: string
  timestamp: string
  content: string
}

/** `key`: the app's callbackSecretKey, 16 characters. */
export function seal(
  content: string,
  options: { key: string; timestamp: string; encrypted: boolean },
): Envelope {
  const { key, timestamp, encrypted } = options
  return {
    signature: createHash('md5')
      .update(timestamp + key, 'utf8')
      .digest('hex'),
    timestamp,
    content: encrypted ? encrypt(content, key) : content,
  }
}

/** AES-128-ECB with PKCS#7, as the vendor's own SDK decrypts it. */
function encrypt(text: string, key: string): string {
  const cipher = createCipheriv('aes-128-ecb', Buffer.from(key, 'utf8'), null)
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64')
}
