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
  inviteeInfo: v.nullish(v.object({ name: text, mobile: text, email: text, idNumber: text })),
  organInfo: v.nullish(v.object({ name: text, certNo: text, legalName: text })),
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

function invitationOf(info: v.InferOutput<typeof invitation>): LegacyInvitation {
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
    invitee: inviteeInfo ?? { name: '', mobile: '', email: '', idNumber: '' },
    organization: organInfo
      ? { name: organInfo.name, creditCode: organInfo.certNo, legalName: organInfo.legalName }
      : null,
  }
}
