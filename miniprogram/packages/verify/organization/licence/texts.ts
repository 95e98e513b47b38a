import { defineTexts } from '../../../../i18n'

/** What is said about the business licence. */
const zh = {
  title: '营业执照（选填）',
  note: '支持 {types}，不超过 {limit}。现在不会上传；开始认证时才提交给{vendor}，之后立即删除原件。',
  album: '从相册选择',
  camera: '拍照',
  chat: '从聊天文件选择',
  picked: '已选择营业执照',
  remove: '移除',
  tooLarge: '文件有 {size}，超过 {limit} 的上限，请压缩后再选或换一个文件',
  wrongType: '只支持 {types} 文件，请换一个文件',
  unreadable: '无法读取这个文件，请重新选择',
  undeclared:
    '微信还没有放行：小程序的《用户隐私保护指引》没有声明这一项，或刚提交、还没有生效（约一小时）。不提供营业执照也可以继续。',
  refused: '没有取得文件。请允许使用相册、相机或聊天文件后再试；不提供营业执照也可以继续。',
}

const en: Record<keyof typeof zh, string> = {
  title: 'Business licence (optional)',
  note: '{types}, {limit} at most. Nothing is uploaded now; at the start it is passed to {vendor} and the original deleted at once.',
  album: 'Choose from album',
  camera: 'Take a photo',
  chat: 'Choose from chat files',
  picked: 'Business licence chosen',
  remove: 'Remove',
  tooLarge: 'The file has {size}, more than the {limit} allowed; make it smaller or take another',
  wrongType: 'Only {types} files; please take another',
  unreadable: 'This file cannot be read; please choose again',
  undeclared:
    'WeChat does not allow it yet: the privacy guide of this mini-program does not name it, or takes effect within the hour. You can go on without a licence.',
  refused:
    'No file was given. Allow album, camera or chat files and try again; you can also go on without a licence.',
}

export const licenceText = defineTexts({ zh, en })
