import type { FaceMaker, OutlineKind, OutlineState, Subject } from '../cloud/types'
import { defineTexts } from '../i18n'

/** A word of the contract without its text fails the type-check here. */
type Required = Record<
  | `kind.${OutlineKind}`
  | `maker.${FaceMaker}`
  | `state.${OutlineState}`
  | `flow.${Subject}`
  | `related.${Subject}`,
  string
>

const zh = {
  title: '流程概要',
  'flow.person': '个人认证',
  'flow.organization': '企业认证',
  'related.person': '经办人本人认证',
  'related.organization': '所属企业认证',
  started: '{time} 开始',
  changed: '{time} 更新',
  and: '{one} · {other}',
  failure: '原因：{text}',
  rawState: '认证机构的原话：{text}',
  noSteps: '还没有核验步骤',
  'step.label': '{kind}，{state}',
  'flow.label': '{title}，{state}',
  unavailable: '暂时看不到流程详情',

  'state.notStarted': '未开始',
  'state.underWay': '进行中',
  'state.passed': '已完成',
  'state.failed': '未通过',
  'state.stopped': '已终止',
  'state.unknown': '状态未知',

  'kind.organizationInfo': '企业信息核验',
  'kind.bankTransfer': '随机金额打款',
  'kind.reverseTransfer': '反向打款',
  'kind.alipayEnterprise': '支付宝企业授权',
  'kind.legalPersonAuthorization': '法定代表人授权',
  'kind.legalPersonFace': '法定代表人刷脸',
  'kind.manualReview': '人工审核',
  'kind.smsCode': '短信验证码',
  'kind.face': '刷脸',
  'kind.video': '智能视频',
  'kind.bankCard': '银行卡四要素',
  'kind.threeFactor': '手机号三要素',
  'kind.other': '其他核验',
  'kind.named': '其他核验（{name}）',
  'kind.made': '{kind}（{maker}）',
  'maker.alipay': '支付宝',
  'maker.tencent': '腾讯云',
  'maker.esign': 'e签宝',
  'maker.wechat': '微信',
  flowId: '流程编号 {id}',
  subFlowId: '编号 {id}',
  'ours.yes': '本单发起',
  'ours.no': '不是这次认证发起的流程，它的结果不算数',
} satisfies Required & Record<string, string>

const en: Record<keyof typeof zh, string> = {
  title: 'At a glance',
  'flow.person': 'Personal verification',
  'flow.organization': 'Company verification',
  'related.person': 'The applicant in person',
  'related.organization': 'The company of the applicant',
  started: 'Started {time}',
  changed: 'changed {time}',
  and: '{one} · {other}',
  failure: 'Reason: {text}',
  rawState: 'Status at the provider: {text}',
  noSteps: 'No checks yet',
  'step.label': '{kind}, {state}',
  'flow.label': '{title}, {state}',
  unavailable: 'The details cannot be seen just now',

  'state.notStarted': 'Not started',
  'state.underWay': 'Under way',
  'state.passed': 'Done',
  'state.failed': 'Not passed',
  'state.stopped': 'Stopped',
  'state.unknown': 'Unknown',

  'kind.organizationInfo': 'Company data',
  'kind.bankTransfer': 'Transfer of a random amount',
  'kind.reverseTransfer': 'Transfer by the company',
  'kind.alipayEnterprise': 'Alipay of the company',
  'kind.legalPersonAuthorization': 'Authorization by the legal representative',
  'kind.legalPersonFace': 'Face of the legal representative',
  'kind.manualReview': 'Manual review',
  'kind.smsCode': 'Code by SMS',
  'kind.face': 'Face',
  'kind.video': 'Video',
  'kind.bankCard': 'Bank card (four items)',
  'kind.threeFactor': 'Mobile number (three items)',
  'kind.other': 'Another check',
  'kind.named': 'Another check ({name})',
  'kind.made': '{kind} ({maker})',
  'maker.alipay': 'Alipay',
  'maker.tencent': 'Tencent Cloud',
  'maker.esign': 'eSign',
  'maker.wechat': 'WeChat',
  flowId: 'Flow {id}',
  subFlowId: 'No. {id}',
  'ours.yes': 'begun by this verification',
  'ours.no': 'Not begun by this verification: its outcome does not count',
}

export const outlineText = defineTexts({ zh, en })
