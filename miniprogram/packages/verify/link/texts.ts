import { defineTexts } from '../../../i18n'

const zh = {
  title: '企业认证',
  'lead.live': '还有 {n} 家企业等您在{vendor}办理',
  'text.live': '{controller}为这些企业发起了认证，请您作为管理员逐家办理。',
  valid: '{time} 前有效',
  open: '去{vendor}办理',
  copy: '复制链接，在别处打开',
  refresh: '查询结果',
  soon: '办完的结果几分钟内会到，不用再办一遍。',
  remind: '到期前在微信里提醒我',
  'remind.again': '没有记下，再点一次提醒我',
  reminded: '已记下：没有办完时，在微信里提醒您。',
  unavailable: '没能打开{vendor}，请复制链接在手机浏览器里打开。',
  canceled: '您没有离开微信；要办理时再点一次。',
  'lead.done': '都办完了',
  'text.done': '这条链接里的企业已经没有要办的。',
  'lead.ended': '这条链接已过期',
  'text.ended': '请向发给您的人要一条新的，办过的不用再办。',
  'lead.missing': '打不开这条链接',
  'text.missing': '链接不完整，请向发给您的人要一条新的。',
}

const en: Record<keyof typeof zh, string> = {
  title: 'Verify organizations',
  'lead.live': '{n} organizations wait for you at {vendor}',
  'text.live':
    '{controller} has begun to verify them; as their administrator, please go through them one by one.',
  valid: 'Good until {time}',
  open: 'Go to {vendor}',
  remind: 'Remind me in WeChat before it ends',
  'remind.again': 'Not kept; tap again to be reminded',
  reminded: 'Kept: you are reminded in WeChat as long as something is left.',
  copy: 'Copy the link to open it elsewhere',
  refresh: 'Ask for the result',
  soon: 'The result of what is done comes within minutes; nothing has to be done again.',
  unavailable: '{vendor} could not be opened; copy the link and open it in the phone’s browser.',
  canceled: 'You have stayed in WeChat; tap again when you want to go.',
  'lead.done': 'All done',
  'text.done': 'Nothing is left of the organizations of this link.',
  'lead.ended': 'This link has ended',
  'text.ended': 'Please ask whoever sent it for a new one; what is done stays done.',
  'lead.missing': 'This link cannot be opened',
  'text.missing': 'It is incomplete; please ask whoever sent it for a new one.',
}

export const linkText = defineTexts({ zh, en })
