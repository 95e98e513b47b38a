/** Links that were given out: what each leads to, in exactly which form, and until when. */
import { randomBytes } from 'node:crypto'
import type { Clock } from '../kit/clock'
import type { Flow } from './flows'
import { newId, newShortCode, newShortKey } from './ids'
import type { Person } from './people'

export type Subject =
  | { kind: 'batch'; admin: { name: string; mobile: string }; flows: readonly Flow[] }
  | { kind: 'organization'; flow: Flow }
  | { kind: 'person'; person: Person }

/** A path inside the mini program, an address of a browser page, a short address, or a picture of a code. */
export type Form =
  | { form: 'app'; path: string }
  | { form: 'web'; path: string }
  | { form: 'short' }
  | { form: 'image'; folder: string; path: string }

export interface Link {
  subject: Subject
  /** What the API gave: the path, or what follows the vendor's host. */
  address: string
  form: Form['form']
  /** Unix ms; `null`: never. */
  expiresAt: number | null
}

export interface Keys {
  shortKey: string
  token: string
}

export function createLinks(clock: Clock) {
  const byAddress = new Map<string, Link>()
  /** What is inside a picture. */
  const pictured = new Map<string, string>()
  const bySession = new Map<string, Link>()

  const keep = (address: string, form: Form['form'], subject: Subject, expiresAt: number | null): Link => {
    const known = byAddress.get(address)
    if (known) return known
    const link: Link = { subject, address, form, expiresAt }
    byAddress.set(address, link)
    return link
  }

  return {
    issue(subject: Subject, formOf: (keys: Keys) => Form, lifetimeMs: number | null): Link {
      const expiresAt = lifetimeMs === null ? null : clock.now() + lifetimeMs
      const form = formOf({ shortKey: newShortKey(), token: newId() })
      switch (form.form) {
        case 'app':
        case 'web':
          return keep(form.path, form.form, subject, expiresAt)
        case 'short':
          return keep(`/s/${newShortCode()}`, 'short', subject, expiresAt)
        case 'image': {
          keep(form.path, 'web', subject, expiresAt)
          const picture = keep(`/imgs/qrcode_urls/${form.folder}/${newId()}.png`, 'image', subject, expiresAt)
          pictured.set(picture.address, form.path)
          return picture
        }
      }
    },

    /** The address must be letter for letter the one that was given. */
    find(form: Form['form'], address: string): Link | undefined {
      const link = byAddress.get(address)
      return link?.form === form ? link : undefined
    },
    picturedBy: (address: string): string | undefined => pictured.get(address),
    isOver: ({ expiresAt }: Link): boolean => expiresAt !== null && clock.now() >= expiresAt,

    /** Begins a visit of the page behind a link. */
    visit(link: Link): string {
      const session = randomBytes(18).toString('base64url')
      bySession.set(session, link)
      return session
    },
    ofSession: (session: string): Link | undefined => bySession.get(session),

    expire(link: Link): void {
      link.expiresAt = clock.now()
    },
    /** Newest first. */
    recent: (): Link[] => [...byAddress.values()].reverse(),

    clear(): void {
      byAddress.clear()
      pictured.clear()
      bySession.clear()
    },
  }
}

export type Links = ReturnType<typeof createLinks>

export const flowsOf = (subject: Subject): readonly Flow[] => {
  switch (subject.kind) {
    case 'batch':
      return subject.flows
    case 'organization':
      return [subject.flow]
    case 'person':
      return []
  }
}
