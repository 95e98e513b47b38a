import { describeElement } from '../adapter'
import type { Running } from '../context'
import type { Builtin, Host } from '../engine'
import { shareCard } from '../share'
import { messageOf } from '../stats'
import { formOf } from './form'

interface ButtonData {
  name: string
  disabled: boolean
  formType: string
  openType: string
  size: string
  type: string
  plain: boolean
  loading: boolean
  hoverClass: string
}

type OpenType = (running: Running, host: Host<ButtonData>) => unknown

export function button(running: Running): Builtin<ButtonData> {
  return {
    defaults: {
      name: '',
      disabled: false,
      formType: '',
      openType: '',
      size: 'default',
      type: 'default',
      plain: false,
      loading: false,
      hoverClass: 'button-hover',
    },
    attached(host) {
      host.element.addEventListener('click', () => void press(running, host))
    },
    update({ element, data }) {
      element.toggleAttribute('disabled', data.disabled)
      element.tabIndex = data.disabled ? -1 : 0
      element.toggleAttribute('plain', data.plain)
      element.toggleAttribute('loading', data.loading)
      // Only a type of its own becomes an attribute; a plain button must yield to a single class.
      if (data.type && data.type !== 'default') element.setAttribute('type', data.type)
      else element.removeAttribute('type')
      element.setAttribute('hover-class', data.hoverClass)
      element.setAttribute('size', data.size)
    },
  }
}

async function press(running: Running, host: Host<ButtonData>): Promise<void> {
  const { disabled, formType, openType } = host.data
  if (disabled) return
  if (formType === 'submit') formOf(host.element)?.submit(host.element)
  if (formType === 'reset') formOf(host.element)?.reset()
  // `getPhoneNumber|agreePrivacyAuthorization`: consent first, then the rest.
  const kinds = openType.split('|').filter(Boolean)
  const ordered = kinds.sort(
    (a, b) => Number(b === 'agreePrivacyAuthorization') - Number(a === 'agreePrivacyAuthorization'),
  )
  for (const kind of ordered) await openTypes[kind]?.(running, host)
}

const openTypes: Record<string, OpenType> = {
  agreePrivacyAuthorization({ phone }, host) {
    phone.privacy.agreeByButton(host.element.id)
    host.emit('agreeprivacyauthorization', {})
  },
  async getPhoneNumber(running, host) {
    host.emit('getphonenumber', await phoneNumber(running, 'getPhoneNumber'))
  },
  async getRealtimePhoneNumber(running, host) {
    host.emit('getrealtimephonenumber', await phoneNumber(running, 'getRealtimePhoneNumber'))
  },
  contact({ phone }, host) {
    host.emit('contact', { errMsg: 'enterContact:ok', path: '', query: {} })
    return phone.overlays.modal({
      title: '客服会话',
      content: '（模拟器）这里打开微信客服。',
      showCancel: false,
    })
  },
  share(running, { element }) {
    const top = running.pages.top()
    if (top) shareCard(running, top, { from: 'button', target: describeElement(element) })
  },
  openSetting(_running, host) {
    host.emit('opensetting', { errMsg: 'openSetting:ok', authSetting: {} })
  },
}

/** The user may confirm another number than the one bound to WeChat. */
const sampleNumber = '13800000000'
/** Codes are single use, so each tap yields another. */
let phoneCodes = 0

async function phoneNumber({ phone }: Running, api: string): Promise<Record<string, unknown>> {
  if (phone.options.platform === 'windows') return { errMsg: `${api}:fail not supported` }
  try {
    await phone.privacy.ensure(api)
  } catch (error) {
    return { errMsg: `${api}:fail ${messageOf(error)}`, errno: 104 }
  }
  const { confirm, content } = await phone.overlays.modal({
    title: '申请获取并验证你的手机号',
    content: sampleNumber,
    editable: true,
    cancelText: '不允许',
    confirmText: '允许',
  })
  if (!confirm) return { errMsg: `${api}:fail user deny` }
  phoneCodes += 1
  const code = phone.options.phoneCode ? await phone.options.phoneCode(content) : `phone-code-${phoneCodes}`
  return code === null ? { errMsg: `${api}:fail system error` } : { errMsg: `${api}:ok`, code }
}
