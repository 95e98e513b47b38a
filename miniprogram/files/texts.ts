import { defineTexts } from '../i18n'

/** About a file that WeChat does not show. */
const zh = {
  title: '文件已保存',
  text: '微信不能直接打开这种文件。{name} 已保存在小程序里，下次导出时删除。',
  where: '这里的微信不能把它发送出去。文件位置：{path}',
  failed: '没有发送成功，请再试一次。',
  chat: '发送到聊天',
  disk: '保存到电脑',
  close: '关闭',
}

const en: Record<keyof typeof zh, string> = {
  title: 'File saved',
  text: 'WeChat does not open such files. {name} is kept in the mini-program until the next export.',
  where: 'WeChat cannot send it on here. It is at {path}',
  failed: 'It was not sent; please try again.',
  chat: 'Send to a chat',
  disk: 'Save on this computer',
  close: 'Close',
}

export const keptFileText = defineTexts({ zh, en })
