/** How a message is wrapped on its way to the caller. */
import { createCipheriv, createHmac } from 'node:crypto'

/** AES-256-CBC with PKCS#7; the IV is the first half of the key. */
export function encrypt(text: string, key: string): string {
  const bytes = Buffer.from(key, 'utf8')
  const cipher = createCipheriv('aes-256-cbc', bytes, bytes.subarray(0, 16))
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64')
}

/** Of the raw body. */
export function contentSignature(body: string, token: string): string {
  return `sha256=${createHmac('sha256', token).update(body, 'utf8').digest('hex')}`
}
