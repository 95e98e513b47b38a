import { defineTexts } from '../i18n'

/** What is said on the way from a code to its page. */
const zh = {
  title: '扫码办理',
  scan: '重新扫码',
  'scan.failed': '没能打开扫码。请允许使用相机后再试。',
  'scan.unknown': '不认识这个二维码。请扫描收到的认证邀请、电脑上的二维码或合同二维码。',
  'unknown.title': '无法识别这个二维码',
  'unknown.text':
    '可能没有扫完整、链接被截断，或不是本服务的二维码。您的信息没有提交。请重新扫码，或向发码方索取新的二维码。',
  'over.title': '这个二维码已失效',
  'over.text': '电脑上的二维码只在短时间内有效。请在电脑上点“换一个码”，再扫新的二维码。',
  'foreign.title': '请换一个微信扫码',
  'foreign.text': '这次认证是另一个微信账号在电脑上发起的。请用在电脑上登录的同一个微信扫码。',
  'failed.title': '暂时打不开',
  'old.title': '微信版本过低',
  'old.text': '这个版本的微信缺少征得同意的提示，办理会中断。请把微信更新到最新版本再打开。',
  'old.update': '去更新',
  'old.seen': '知道了',
}

const en: Record<keyof typeof zh, string> = {
  title: 'Scan a code',
  scan: 'Scan again',
  'scan.failed': 'The scanner could not be opened. Allow the camera and try again.',
  'scan.unknown': 'This code is unknown. Scan that of an invitation, of a computer screen or of a contract.',
  'unknown.title': 'This code cannot be read',
  'unknown.text':
    'It may not have been scanned in full, its link may be cut off, or it is not one of ours. Nothing was submitted. Scan again, or ask whoever sent it for a new one.',
  'over.title': 'This code is of no use any more',
  'over.text': 'Codes on a computer are good for a short time. Press “New code” there and scan that one.',
  'foreign.title': 'Scan with another WeChat account',
  'foreign.text':
    'Another WeChat account began this on the computer. Scan with the account that is signed in there.',
  'failed.title': 'Cannot be opened now',
  'old.title': 'WeChat is too old',
  'old.text':
    'This version of WeChat cannot ask for your consent, so nothing can be finished here. Update WeChat, then open this again.',
  'old.update': 'Update',
  'old.seen': 'OK',
}

export const entryText = defineTexts({ zh, en })
