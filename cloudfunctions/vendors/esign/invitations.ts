import * as v from 'valibot'
import type { LegacyInvitationState } from '../../contract/legacyInvitations'
import type { LegacyInvitation, LegacyInvitations } from '../legacyInvitations'
import type { Client } from './client'
import { lost } from './errors'
import { lookUp, number, text } from './shape'

/** Source: 查询邀请任务, unmaintained since 2022-01-12. */
const path = '/v1/invitations/search'

const invitation = v.object({
  inviteType: text,
  bizId: text,
  redirectUrl: text,
  // The sample's spelling, and the table's.
  callBackUrl: text,
  callBacklUrl: text,
  status: text,
  notifyType: text,
  inviteeInfo: v.nullish(v.object({ name: text, mobile: text, email: text, idNumber: text, certType: text })),
  organInfo: v.nullish(
    v.object({ name: text, certNo: text, certType: text, legalName: text, legalNo: text }),
  ),
})
const answerShape = v.object({
  inviteInfos: v.nullish(v.array(invitation), []),
  total: number,
})

/** 1 and 2 are both verified; the second has pressed the button of the last page. 3 has no meaning. */
const invitationStates: Readonly<Record<string, LegacyInvitationState>> = {
  '0': 'started',
  '1': 'verified',
  '2': 'finished',
}

/** `certType`; the first is the default of each, and nothing stands for it. */
const personPapers: Readonly<Record<string, 'residentId'>> = {
  '': 'residentId',
  CRED_PSN_CH_IDCARD: 'residentId',
}
const organizationPapers: Readonly<Record<string, 'creditCode' | 'organizationCode'>> = {
  '': 'creditCode',
  CRED_ORG_USCC: 'creditCode',
  CRED_ORG_CODE: 'organizationCode',
}

export function createInvitations(client: Client): LegacyInvitations {
  return {
    async search({ invitationId, offset, size }) {
      const answer = await client.search(path, { invitationId, offset, size })
      if (answer.kind !== 'ok') return answer
      const read = v.safeParse(answerShape, answer.value)
      if (!read.success) return lost('read', 'SHAPE', 'invitations of another shape')
      const { inviteInfos, total } = read.output
      const items = inviteInfos.map(invitationOf)
      return { kind: 'ok', value: { items, total: total ?? items.length } }
    },
  }
}

type Info = v.InferOutput<typeof invitation>

function invitationOf(info: Info): LegacyInvitation {
  const { inviteType, bizId, redirectUrl, callBackUrl, callBacklUrl, status, notifyType } = info
  const { inviteeInfo, organInfo } = info
  return {
    subject: inviteType === 'ORGAN' ? 'organization' : 'person',
    bizId,
    state: lookUp(invitationStates, status) ?? 'unknown',
    rawStatus: status,
    notifyType: notifyType === 'sms' || notifyType === 'email' ? notifyType : null,
    redirectUrl,
    callbackUrl: callBackUrl || callBacklUrl,
    invitee: inviteeInfo ? inviteeOf(inviteeInfo) : nobody,
    organization: organInfo ? organizationOf(organInfo) : null,
  }
}

const nobody = { name: '', mobile: '', email: '', idNumber: '', paper: null }

function inviteeOf({ certType, ...rest }: NonNullable<Info['inviteeInfo']>): LegacyInvitation['invitee'] {
  return { ...rest, paper: lookUp(personPapers, certType) ?? null }
}

function organizationOf(info: NonNullable<Info['organInfo']>): LegacyInvitation['organization'] {
  const { name, certNo, certType, legalName, legalNo } = info
  const paper = lookUp(organizationPapers, certType) ?? null
  return { name, creditCode: certNo, paper, legalName, legalIdNumber: legalNo }
}
