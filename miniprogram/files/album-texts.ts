import { defineTexts } from '../i18n'

/** What is said once a picture should be in the album. */
const zh = {
  done: '已保存到相册',
  failed: '没能保存，请长按图片保存',
  refused: '没有相册权限。请在设置里允许保存到相册，再试一次。',
  settings: '去设置',
}

const en: Record<keyof typeof zh, string> = {
  done: 'Saved to the album',
  failed: 'It could not be saved; press the picture long to save it',
  refused: 'The album is not allowed. Allow it in the settings, then try again.',
  settings: 'Settings',
}

export const albumText = defineTexts({ zh, en })
