/** What the page behind a link shows; a view that shows something begins a visit. */
import { maskContact, maskNumber } from '../kit/mask'
import type { Flow } from './flows'
import type { Link, Links } from './links'
import { maskPerson } from './masks'
import type { Person } from './people'
import type { EssPageView, OrganizationEntry } from './views'

export function viewOf(links: Links, link: Link | undefined): EssPageView {
  if (!link) return { kind: 'gone', reason: 'unknown' }
  if (links.isOver(link)) return { kind: 'gone', reason: 'expired' }
  const { subject } = link
  switch (subject.kind) {
    case 'person':
      return personView(subject.person, links.visit(link))
    case 'organization': {
      const { flow } = subject
      if (flow.deleted) return { kind: 'gone', reason: 'unknown' }
      return {
        kind: 'organization',
        session: links.visit(link),
        admin: { name: maskPerson(flow.admin.name), mobile: maskContact(flow.admin.mobile ?? '') },
        organization: entryOf(flow),
        jumpsBack: flow.jumpsBack,
      }
    }
    case 'batch': {
      const shown = subject.flows.filter(isShown)
      if (shown.length === 0) return { kind: 'gone', reason: 'unknown' }
      return {
        kind: 'batch',
        session: links.visit(link),
        admin: { name: maskPerson(subject.admin.name), mobile: maskContact(subject.admin.mobile) },
        expiresAt: link.expiresAt ?? 0,
        organizations: shown.map(entryOf),
      }
    }
  }
}

function personView(person: Person, session: string): EssPageView {
  return {
    kind: 'person',
    session,
    name: maskPerson(person.name),
    idNumber: maskNumber(person.idNumber ?? ''),
    mobile: maskContact(person.mobile ?? ''),
    verified: person.state === 'verified',
    jumpsBack: person.jumpsBack,
  }
}

const isShown = (flow: Flow): boolean => !flow.deleted

export function entryOf(flow: Flow): OrganizationEntry {
  const { key, name, creditCode, status, verified, auditStatus } = flow
  return { key, name, creditCode, status, verified, auditStatus, message: flow.message || flow.reason }
}
