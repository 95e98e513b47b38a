/** The examples as the pages print them, with the lines they stand on. */
import type { SeedId } from './seed-pages'

export interface Example {
  seed: SeedId
  /** First and last line, counted from 1. */
  lines: readonly [number, number]
  text: string
}

export const searchRequest: Example = {
  seed: '000',
  lines: [359, 363],
  text: `{
  "invitationId":"iudi0989ad79",
  "offset":0,
  "size":"20"
}`,
}

export const searchAnswer: Example = {
  seed: '000',
  lines: [367, 391],
  text: `{
    "code": 0,
    "message": "成功",
    "data": {
        "inviteInfos": [
            {
                "bizId": "123456",
                "notifyType": null,
                "redirectUrl": "https://www.baidu.com?bizId=123456",
                "callBackUrl": null,
                "status": "1",
                "inviteType": "PERSON",
                "inviteeInfo": {
                    "mobile": "xxxxxxx",
                    "email": null,
                    "name": "xxxxx",
                    "idNumber": "xxxxxxxx",
                    "certType": "CRED_PSN_CH_IDCARD"
                },
                "organInfo": null
            }
        ],
        "total": 1
    }
}`,
}

/** Not valid JSON: lines 341 to 343 close the brackets in the wrong order. */
export const outlineAnswer: Example = {
  seed: '001',
  lines: [306, 345],
  text: ` {
    "code": 0,
    "message": "成功",
    "data": {
        "flowId": "803719636976683872",
        "flowStatus": "ING",
        "objectType": "ORGANIZATION",
        "failReason": null,
        "createTime":1562656814273,
        "modifyTime":1562656874000,
        "contextId": "8ccce54b-4d40-4dcc-a7ac-464e41f2b468",
        "subFlows": [
            {
                "subFlowId": "5ffbafb2-c3be-45ba-bfeb-fda1f8eb083d",
                "subFlowType": "ORGANIZATION_TRANSFER_RANDOM_AMOUNT",
                "status": "ING"
            },
            {
                "subFlowId": "3bb55061-f98f-4c89-b236-96b3e7048839",
                "subFlowType": "ORGANIZATION_INFO_AUTH",
                "status": "ING"
            }
        ],
        "relatedFlows": [{
            "flowId": "802965095964494307",
            "flowStatus": "SUCCESS",
            "objectType": "INDIVIDUAL",
            "failReason": null,
            "contextId": "8ccce54b-4d40-4dcc-a7ac-464e41f2b468",
            "subFlows": [
                {
                    "subFlowId": "84322b8a-5baf-4835-82a7-07dbd74c3365",
                    "subFlowType": "INDIVIDUAL_BANKCARD_4_FACTOR",
                    "status": "SUCCESS"
                }
            }]
        ],
        }]
    }
}`,
}

/** The same with its brackets in order, and nothing else changed. */
export function mended(text: string): string {
  return text.replace('            }]\n        ],\n        }]', '            ]\n        }]')
}

export const linkRequest: Example = {
  seed: '002',
  lines: [93, 107],
  text: `{
"Operator": {
"UserId": "yDwf3UUckps8dvveUEfH3DjvMmg3ZkjQ",
"ClientIp": "8.8.8.8"
},
"SubTaskIds": [
"yDCHlUUckpaeefmfUxPr7deu6g5PvvJz",
"yDCHlUUckpaeix9uU0ETNLSzHbAxJxLj"
],
"AdminName": "典子谦",
"AdminMobile": "13200000000",
"AdminIdCardType": "ID_CARD",
"AdminIdCardNumber": "620000198802020000",
"Endpoint": "HTTP"
}`,
}

export const linkAnswer: Example = {
  seed: '002',
  lines: [111, 118],
  text: `{
"Response": {
"AuthUrl": "https://res.ess.tencent.cn/cdn/h5-activity-dev/jump-mp.html?to=AUTHORIZATION_ENTERPRISE_FOR_BATCH_SUBMIT&shortKey=yDCHHURDfCVEoeNYGCc6",
"ErrorMessages": [],
"ExpireTime": 1724165376,
"RequestId": "s1723560576553977682"
}
}`,
}

export const ticketRequest: Example = {
  seed: '003',
  lines: [189, 197],
  text: `{
    "mode":"BANK",
    "user":{
        "contact":"10020033044",
        "contactType":"MOBILE"
    },
    "username":"张三",
    "callbackUrl":"http://www.qiyuesuo.com"
}`,
}

export const examples: readonly Example[] = [
  searchRequest,
  searchAnswer,
  outlineAnswer,
  linkRequest,
  linkAnswer,
  ticketRequest,
]

/** The calls that seed 003 writes as programs: what their setters put together, lines 205, 257–267 and 281–289. */
export const ticketPrograms: readonly object[] = [
  { user: { contact: '10020033044', contactType: 'MOBILE' } },
  {
    user: { contact: '10010002000', contactType: 'MOBILE' },
    mode: 'DEFAULT',
    username: '自定义用户一号',
    idCardNo: '142732199404234835',
    modifyFields: ['USERNAME', 'IDCARDNO', 'MOBILE'],
  },
  {
    user: { contact: '151****64046497', contactType: 'MOBILE' },
    mode: 'DEFAULT',
    modifyFields: ['USERNAME'],
    paperType: 'IDCARD',
  },
]
