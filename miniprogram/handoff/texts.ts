import { defineTexts } from '../i18n'

/** What is said where the user must do something to get to the vendor. */
const zh = {
  miniProgram: '请点击下面的按钮，打开{vendor}的小程序完成认证。',
  'miniProgram.open': '打开{vendor}小程序',
  qrImage: '请用另一部手机的微信扫描二维码，或长按图片识别。完成后回到这里查询结果。',
  webUrl: '请复制链接，在浏览器中打开；或用另一部手机、电脑扫描二维码。完成后回到这里查询结果。',
  qr: '去办理的二维码',
  copy: '复制链接',
  expires: '{time} 前有效（还剩 {left}），请勿转发给他人。',
  expired: '链接已过期，请重新获取。',
  once: '链接只能打开一次。不要发到聊天中：聊天软件预览链接时，可能会把它用掉。打不开时，请重新获取。',
  private: '这是您的专属链接，请勿转发给他人。',
}

const en: Record<keyof typeof zh, string> = {
  miniProgram: 'Press the button below to verify in the mini-program of {vendor}.',
  'miniProgram.open': 'Open the mini-program of {vendor}',
  qrImage: 'Scan the code with WeChat on another phone, or long-press it. Then check the result here.',
  webUrl:
    'Copy the link and open it in a browser, or scan the code with another device. Then check the result here.',
  qr: 'QR code to go on with',
  copy: 'Copy the link',
  expires: 'Valid until {time} ({left} left). Do not pass it on.',
  expired: 'This link has expired; please get a new one.',
  once: 'The link opens once. Do not send it through a chat: a preview there may use it up. If it does not open, get a new one.',
  private: 'This link is yours alone. Do not pass it on.',
}

export const handoffText = defineTexts({ zh, en })
