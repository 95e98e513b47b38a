import { defineTexts } from '../i18n'

/** What every form says. */
const zh = {
  privacyRefused: '需要先同意《用户隐私保护指引》才能继续。填写的内容还没有提交，可以再次点“{button}”。',
  undeclared:
    '微信还没有放行：小程序的《用户隐私保护指引》没有声明这一项，或刚提交、还没有生效（约一小时）。填写的内容还没有提交，请稍后再试，或联系客服。',
  kept: '填写的内容还在，可以直接重试。',
}

const en: typeof zh = {
  privacyRefused:
    'Please agree to the privacy guide first. Nothing was sent yet; tap “{button}” again when you are ready.',
  undeclared:
    'WeChat does not allow it yet: the privacy guide of this mini-program does not name it, or takes effect within the hour. Nothing was sent; try again later, or contact support.',
  kept: 'What you entered is still there; you can simply try again.',
}

export const formText = defineTexts({ zh, en })
