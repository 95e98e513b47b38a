/** What is told of an organization. Only the fields of `CreateOrganization` are known; the others' are ours. */
import type { Flow } from './flows'
import { newId } from './ids'
import type { Message } from './notices'
import type { Fields } from './protocol'
import type { OrganizationMsgType } from './states'

export interface MessageContext {
  /** Unix seconds. */
  nowS: number
  organizationId: string
}

export function organizationMessage(flow: Flow, type: OrganizationMsgType, context: MessageContext): Message {
  return {
    type,
    data: {
      OrganizationName: flow.name,
      UniformSocialCreditCode: flow.creditCode,
      ...ownFields(flow, type, context),
      UserData: flow.userData,
    },
  }
}

function ownFields(flow: Flow, type: OrganizationMsgType, { nowS, organizationId }: MessageContext): Fields {
  const { authorizationId, auditStatus, reason } = flow
  switch (type) {
    case 'CreateOrganization':
      return {
        OrganizationId: organizationId,
        AdminMobile: flow.admin.mobile ?? '',
        AdminUserId: newId(),
        CreateTime: nowS,
      }
    // Another name for the same id, as the vendor has it.
    case 'OrganizationAuthorization':
      return {
        AuthorizationId: authorizationId,
        Status: flow.deleted ? 'INVALID' : 'CREATED',
        OperateTime: nowS,
      }
    case 'OrganizationAuthorizationFileReview':
      return {
        AuthorizationInfoId: authorizationId,
        OperateSuccess: auditStatus === 1,
        CertifyReason: reason,
        OperateTime: nowS,
      }
    case 'OrgAuthorizationFileSubmit':
      return { AuthorizationInfoId: authorizationId, OperateTime: nowS }
  }
}
