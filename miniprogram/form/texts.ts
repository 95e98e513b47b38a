import { defineTexts } from '../i18n'

/** What every form says. */
const zh = {
  privacyRefused: '需要先同意《用户隐私保护指引》才能继续。填写的内容还没有提交，可以再次点“{button}”。',
  kept: '填写的内容还在，可以直接重试。',
}

const en: typeof zh = {
  privacyRefused:
    'Please agree to the privacy guide first. Nothing was sent yet; tap “{button}” again when you are ready.',
  kept: 'What you entered is still there; you can simply try again.',
}

export const formText = defineTexts({ zh, en })
