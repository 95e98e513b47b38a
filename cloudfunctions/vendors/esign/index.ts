import type { Fact } from '../../domain/decide'
import type { Outline } from '../../domain/outline'
import type { QrImage } from '../../platform/qr'
import type { Driver, Outcome, Question } from '../driver'
import { defineVendor } from '../vendor'
import { type ClientOptions, createClient } from './client'
import { rowOf } from './errors'
import { createInvitations } from './invitations'
import { noticeAnswer, readNotice } from './notice'
import { type EsignSettings, settings } from './settings'
import { createV2 } from './v2'
import { createV3 } from './v3'

export const esign = defineVendor(settings, createEsign)

export interface EsignOptions extends Omit<EsignSettings, 'linkHosts'>, ClientOptions {
  qrImage: QrImage
}

/** e签宝: a jump into the vendor's mini-program, or a link for a browser. docs/vendors/esign.md */
export function createEsign(options: EsignOptions): Driver {
  const client = createClient(options)
  const products = {
    v2: createV2({ ...options, client }),
    v3: createV3({ ...options, client }),
  }
  return {
    id: settings.id,
    note: settings.note,
    capabilities: {
      subjects: ['person', 'organization'],
      handoffs: ['miniProgram', 'webUrl'],
      personModes: ['any', 'threeFactor', 'face', 'bankCard'],
      idTypes: ['residentId', 'passport', 'hkMacauPermit', 'taiwanPermit'],
      page: {
        modes: ['any', 'threeFactor', 'face', 'bankCard'],
        fallbackModes: ['threeFactor', 'face', 'bankCard'],
        fields: {
          person: ['name', 'idNumber', 'bankNumber', 'bankMobile'],
          organization: ['name', 'registerNumber', 'legalPerson'],
        },
      },
      requires: { person: [], organization: [] },
      batch: false,
      queryBy: ['attempt'],
      accountBy: { person: ['contact'], organization: ['name'] },
      observes: [],
      licence: null,
      contracts: false,
      outline: true,
      accounts: true,
    },
    start: request => products[options.product].start(request),
    query,
    outline,
    ...(options.legacyInvitations && { legacyInvitations: createInvitations(client) }),
    signsNotices: true,
    readNotice: notice => readNotice(notice, options),
    noticeAnswer,
  }

  /** The id tells the product: a flow goes on when the operator has changed to the other one. */
  async function query({ refs, subject, reference }: Question): Promise<Outcome<Fact>> {
    const { flowId, authFlowId } = refs
    if (flowId) return settled(await products.v2.query(flowId, subject, reference))
    if (authFlowId) return settled(await products.v3.query(authFlowId, subject))
    return { kind: 'ok', value: unproven(null) }
  }

  async function outline(
    { flowId, authFlowId }: Record<string, string>,
    reference?: string,
  ): Promise<Outcome<Outline | null>> {
    if (flowId) return orNull(await products.v2.outline(flowId, reference))
    if (authFlowId) return orNull(await products.v3.outline(authFlowId))
    return { kind: 'ok', value: null }
  }
}

/**
 * A flow the vendor does not know proves nothing: it is not turned into a rejection, all the less as one of the codes
 * has another meaning elsewhere. A flow that is over must be begun again.
 */
function settled(outcome: Outcome<Fact>): Outcome<Fact> {
  if (outcome.kind !== 'rejected') return outcome
  switch (rowOf(outcome.code).class) {
    case 'missing':
      return { kind: 'ok', value: { ...unproven('notFound'), unknown: true } }
    case 'over':
      return {
        kind: 'ok',
        value: { standing: 'expired', assurance: null, rawStatus: `code=${outcome.code}` },
      }
    default:
      return outcome
  }
}

function orNull<T>(outcome: Outcome<T>): Outcome<T | null> {
  const isMissing = outcome.kind === 'rejected' && rowOf(outcome.code).class === 'missing'
  return isMissing ? { kind: 'ok', value: null } : outcome
}

function unproven(rawStatus: string | null): Fact {
  return { standing: 'unproven', assurance: null, rawStatus }
}
