import { defineTexts } from '../../../i18n'

/** What the page of a contract says. */
const zh = {
  title: '签署合同',
  lead: '合同在{vendor}的页面打开。请先核对合同编号，再授权手机号。',
  closed: '暂不支持签署合同，请联系合同发起方。',
  'unknown.title': '没有找到合同',
  'unknown.text': '链接或二维码不完整。请重新打开收到的链接，或在首页填写合同编号。',
  which: '合同',
  contractId: '合同编号',
  bizId: '业务编号',
  intent: '您要做什么',
  'intent.sign': '签署合同',
  'intent.sign.note': '阅读后在{vendor}页面签署',
  'intent.view': '查看合同',
  'intent.view.note': '只阅读，不签署',
  'open.sign': '授权手机号并签署',
  'open.view': '授权手机号并查看',
  'open.note': '微信会请您确认手机号；{vendor}据此判断您是否为签署人。我们不保存手机号。',
  'open.missing': '勾选同意后，即可打开合同。',
  opening: '正在打开…',
  again: '再次打开合同',
  'again.note': '手机号授权只能使用一次，再次打开需要重新授权。',
  submitted: '已提交签署，结果以{vendor}为准',
  'submitted.text': '其他签署方可能尚未签署。可以再次打开合同，查看最新状态。',
  returned: '已返回，合同状态以{vendor}为准',
  'returned.text': '如果还没有完成，可以再次打开合同。',
  'notVisible.text': '请核对合同编号，并确认授权的手机号是接收这份合同的手机号。',
  phoneRefused:
    '没有授权手机号，合同没有打开。{vendor}需要用手机号判断您是否为签署人；您可以再次点击下面的按钮。',
  phoneUnavailable: '微信没有提供手机号，合同没有打开。请将微信更新到最新版本后再试，或联系合同发起方。',
  unavailable: '无法打开{vendor}的页面。请将微信更新到最新版本后再试，或联系合同发起方。',
  jumpCanceled: '您取消了跳转，可以再次打开合同。',
}

const en: Record<keyof typeof zh, string> = {
  title: 'Sign a contract',
  lead: 'The contract opens on the page of {vendor}. Check its number, then confirm your phone.',
  closed: 'Contracts cannot be signed here now; please ask who sent it.',
  'unknown.title': 'No contract found',
  'unknown.text':
    'The link or code is incomplete. Open it again, or type the contract number on the home page.',
  which: 'Contract',
  contractId: 'Contract number',
  bizId: 'Business number',
  intent: 'What would you like to do',
  'intent.sign': 'Sign it',
  'intent.sign.note': 'Read it, then sign on the page of {vendor}',
  'intent.view': 'Read it',
  'intent.view.note': 'Only read, nothing is signed',
  'open.sign': 'Confirm phone and sign',
  'open.view': 'Confirm phone and read',
  'open.note':
    'WeChat asks you to confirm your number, by which {vendor} knows its signers. We do not keep it.',
  'open.missing': 'Tick the consent to open the contract.',
  opening: 'Opening…',
  again: 'Open it again',
  'again.note': 'A confirmation counts once; opening again needs a new one.',
  submitted: 'Signature submitted; what counts is what {vendor} says',
  'submitted.text': 'Others may still have to sign. Open the contract again for its latest state.',
  returned: 'You are back; what counts is what {vendor} says',
  'returned.text': 'If you were not finished, open the contract again.',
  'notVisible.text':
    'Check the contract number and that the number you confirmed is the one the contract was sent to.',
  phoneRefused:
    'Without your number the contract was not opened: {vendor} knows its signers by it. You can press the button again.',
  phoneUnavailable:
    'WeChat gave no number, so the contract was not opened. Update WeChat and try again, or ask who sent it.',
  unavailable:
    'The page of {vendor} could not be opened. Update WeChat and try again, or ask who sent the contract.',
  jumpCanceled: 'You cancelled the jump; you can open the contract again.',
}

export const contractText = defineTexts({ zh, en })
