import type { LicenceType } from '../cloud/types'

/** The name says nothing about whose it is. */
export function cloudPath(name: string, type: LicenceType): string {
  return `licences/${name}.${type}`
}

/** Long and unforeseeable enough that nobody comes upon it. The service layer of WeChat has no `crypto`. */
export function randomName(): string {
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'
  return Array.from({ length: 32 }, () => signs[Math.floor(Math.random() * signs.length)]).join('')
}
