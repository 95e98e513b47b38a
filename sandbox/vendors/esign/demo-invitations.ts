/** Old invitations that the local world begins with: the documentation's own, and one task with several pages. */
import { CERT_TYPES, type Invitation, ORG_CERT_TYPES } from './invitations'

/** As the page 查询邀请任务 prints it, its crosses made into obviously invented values. */
const SAMPLE: Invitation = {
  invitationId: 'iudi0989ad79',
  inviteType: 'PERSON',
  bizId: '123456',
  redirectUrl: 'https://www.baidu.com',
  callbackUrl: null,
  spelling: 'callBackUrl',
  status: '1',
  statusAsNumber: false,
  notifyType: null,
  inviteeInfo: {
    mobile: '10020033001',
    email: null,
    name: '测试员甲',
    idNumber: '110101199001010015',
    certType: CERT_TYPES[0],
  },
  organInfo: null,
}

export const DEMO_INVITATION_ID = 'iudi2021demo'
/** Two pages of the vendor's default size, and a third begun. */
const PEOPLE = 41

export function demoInvitations(): Invitation[] {
  const people = Array.from({ length: PEOPLE }, (_, index) => person(index + 1))
  return [SAMPLE, ...people, organization(PEOPLE + 1, 0), organization(PEOPLE + 2, 1)]
}

function person(number: number): Invitation {
  return {
    ...SAMPLE,
    invitationId: DEMO_INVITATION_ID,
    bizId: `OLD-${String(number).padStart(4, '0')}`,
    redirectUrl: 'https://example.com/done',
    callbackUrl: 'https://example.com/esign/notice',
    status: number % 3 === 0 ? '1' : '0',
    notifyType: number % 2 === 0 ? 'sms' : 'email',
    inviteeInfo: {
      ...SAMPLE.inviteeInfo,
      mobile: `1002003${String(number).padStart(4, '0')}`,
      email: `invitee${number}@example.com`,
    },
  }
}

/** One of each kind of certificate. */
function organization(number: number, kind: 0 | 1): Invitation {
  return {
    ...person(number),
    inviteType: 'ORGAN',
    spelling: 'callBacklUrl',
    status: kind === 0 ? '0' : '2',
    organInfo: {
      name: `示例第${number}科技有限公司`,
      certNo: kind === 0 ? '91110000MA0123456P' : 'MA0123456',
      certType: ORG_CERT_TYPES[kind],
      legalName: '测试法人',
      legalNo: '110101199001010015',
    },
  }
}
