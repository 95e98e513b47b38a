import type { Claim, Standing } from '../../domain/decide'
import type { FailureReason } from '../../domain/words'
import type { NoticeReading, RawNotice } from '../driver'
import { type EnvelopeOptions, openNotice } from './envelope'

/** `status` of the personal notice. */
export const personStatuses: Readonly<Record<string, Standing>> = {
  '1': 'verified',
  '2': 'rejected',
  '3': 'reviewing',
}

/** `status` of the company notice. Neither the numbers of persons nor those of the company query. */
export const companyStatuses: Readonly<Record<string, Standing>> = {
  '0': 'started',
  '1': 'verified',
  '2': 'rejected',
}

/** `actionEvent` of the company notice: 0 submitted, 1 basic information passed, 2 failed, 4 letter failed, 7 success. */
export const companyEvents: Readonly<Record<string, { standing?: Standing; reason?: FailureReason }>> = {
  '0': { standing: 'reviewing' },
  '1': {},
  '2': { reason: 'basicInformation' },
  '4': { reason: 'authorizationLetter' },
  '7': {},
}

/**
 * Notices about persons (mode, status, authId) and companies (status, actionEvent, requestId, authInfo). 契约锁
 * documents no signature for them; what makes them authentic is the unguessable part of the address they were sent
 * to, which the use case has checked before. An envelope is opened first.
 */
export function readNotice(notice: RawNotice, options: EnvelopeOptions): NoticeReading {
  const opened = openNotice(notice, options)
  if (opened.kind === 'refused') return opened
  const { fields } = opened
  return 'requestId' in fields || 'actionEvent' in fields ? readCompany(fields) : readPerson(fields)
}

function readPerson({ status = '', mode = '', authId = '' }: Record<string, string>): NoticeReading {
  const standing = personStatuses[status]
  if (!standing) return { kind: 'refused', reason: 'the status is not one of 1, 2, 3' }
  const shown = /^[A-Z]{1,16}$/.test(mode) ? `,mode=${mode}` : ''
  return read({ standing, rawStatus: `status=${status}${shown}` }, 'authId', authId)
}

function readCompany({
  status = '',
  actionEvent = '',
  requestId = '',
}: Record<string, string>): NoticeReading {
  const standing = companyStatuses[status]
  if (!standing) return { kind: 'refused', reason: 'the status is not one of 0, 1, 2' }
  const event = companyEvents[actionEvent] ?? {}
  const claim: Claim = {
    standing: standing === 'started' ? (event.standing ?? standing) : standing,
    rawStatus: `status=${status}${/^\d{1,3}$/.test(actionEvent) ? `,actionEvent=${actionEvent}` : ''}`,
    ...(standing === 'rejected' && event.reason && { reason: event.reason }),
  }
  return read(claim, 'requestId', requestId)
}

function read(claim: Claim, name: 'authId' | 'requestId', id: string): NoticeReading {
  return { kind: 'read', claim, refs: /^[\w-]{1,64}$/.test(id) ? { [name]: id } : {} }
}
