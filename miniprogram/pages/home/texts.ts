import { defineTexts } from '../../i18n'

/** What the home page says. */
const zh = {
  'title.person': '个人实名认证',
  'lead.person': '核验是您本人，通常几分钟即可完成。需要身份证和本人的手机号。',
  'lead.leave': '中途离开，进度不会丢失',
  'start.person': '开始认证',
  'title.organization': '企业认证',
  'lead.organization':
    '在{vendor}的页面核验企业信息。由经办人办理，通过后经办人成为该企业在{vendor}的系统管理员。',
  'start.organization': '开始企业认证',
  contract: '签署合同',
  'contract.lead': '在{vendor}的页面签署或查看发给您的合同。',
  'contract.number': '合同编号',
  'contract.number.placeholder': '请输入合同编号',
  'contract.open': '打开合同',
  'contract.scan': '扫描合同二维码',
  'contract.badNumber': '请填写正确的合同编号，不含空格和汉字',
  'contract.unknownCode': '这不是合同二维码，请核对后再扫，或直接填写合同编号',
  closed: '个人实名认证暂未开放，请稍后再来。',
  resume: '继续未完成的认证',
  'resume.note': '{state} · {time}',
  'start.another': '开始另一次认证',
  'records.note': '查看进度和结果',
  myData: '我的信息',
  'myData.note': '留着什么、到什么时候；撤回同意、删除、拿副本',
  scan: '扫码办理',
  'scan.note': '扫描收到的认证邀请、电脑上的二维码或合同二维码',
  workplace: '工作台',
  'workplace.note': '给操作员：邀请、认证、批量认证和数据',
  trust: '您的信息会怎样处理',
  'trust.kept': '我们保存什么',
  'trust.kept.text':
    '您填写的姓名、证件号码、手机号和企业信息，仅用于本次认证。页面上只显示隐去部分内容的个人姓名和手机号。',
  'trust.licence': '营业执照',
  'trust.licence.text': '仅在您提交时上传，交给{vendor}后立即删除原件。',
  'trust.retention': '保存多久',
  'trust.retention.text': '最多保存 {days} 天，之后删除且无法恢复。',
  'trust.checker': '由谁核验',
  'trust.checker.text': '由{vendor}核验。人脸和银行卡信息直接在{vendor}的页面填写，我们不接触。',
  'trust.checker.several':
    '填写信息时，您可以选择由谁核验：{vendors}。人脸和银行卡信息直接在其页面填写，我们不接触。',
  'trust.consent': '先同意，再提交',
  'trust.consent.text': '未经您单独同意，不会向{vendor}提交信息。',
}

const en: Record<keyof typeof zh, string> = {
  'title.person': 'Personal identity verification',
  'lead.person':
    'To show that you are you, usually within a few minutes. Have your ID card and phone at hand.',
  'lead.leave': 'Leaving half-way loses nothing',
  'start.person': 'Start',
  'title.organization': 'Company verification',
  'lead.organization':
    'Your company is checked on a page of {vendor}. An applicant does it and becomes its system administrator at {vendor}.',
  'start.organization': 'Verify a company',
  contract: 'Sign a contract',
  'contract.lead': 'Sign or read a contract sent to you on the page of {vendor}.',
  'contract.number': 'Contract',
  'contract.number.placeholder': 'Contract number',
  'contract.open': 'Open the contract',
  'contract.scan': 'Scan its code',
  'contract.badNumber': 'Enter a valid contract number, without spaces',
  'contract.unknownCode': 'This is no code of a contract; check it or type the contract number',
  closed: 'Personal verification is not open yet. Please come back later.',
  resume: 'Continue your verification',
  'resume.note': '{state} · {time}',
  'start.another': 'Start another one',
  'records.note': 'Progress and results',
  myData: 'My data',
  'myData.note': 'What is kept and until when; withdraw, erase, take a copy',
  scan: 'Scan a code',
  'scan.note': 'Of an invitation, from a computer screen or of a contract',
  workplace: 'Workplace (for operators)',
  'workplace.note': 'Invitations, verifications, batches and figures',
  trust: 'What happens with your data',
  'trust.kept': 'What we keep',
  'trust.kept.text':
    'The names, numbers and company data you type, for this verification only. Screens show personal names and numbers masked.',
  'trust.licence': 'Business licence',
  'trust.licence.text':
    'Uploaded only when you submit; the original is deleted once it was passed on to {vendor}.',
  'trust.retention': 'For how long',
  'trust.retention.text': 'What you typed is kept for {days} days at most and then deleted for good.',
  'trust.checker': 'Who checks',
  'trust.checker.text':
    '{vendor} does. Face and bank card data are entered on the page of {vendor}; we never see them.',
  'trust.checker.several':
    'You choose in the form: {vendors}. Face and bank card data are entered on the page of the provider; we never see them.',
  'trust.consent': 'Consent comes first',
  'trust.consent.text': 'Nothing is passed to {vendor} before you separately consent to it.',
}

export const homeText = defineTexts({ zh, en })
