import { h, onClick } from './dom'
import type { Overlays } from './overlays'
import { isObject } from './registry'
import { createCapsule } from './screen'
import type { BootOptions, EnterRequest, MiniProgramHandle } from './types'

export type Left = { extraData?: unknown }

/** Shows the other mini-program over the app and resolves when it was left. */
export function visitMiniProgram(
  options: BootOptions,
  overlays: Overlays,
  request: EnterRequest,
): Promise<Left> {
  return new Promise(resolve => {
    let finished = false
    const finish = (left: Left) => {
      if (finished) return
      finished = true
      stop()
      close()
      resolve(left)
    }
    const leaveByPhone = () => finish({})
    const title = options.miniProgramNames?.[request.appId] ?? request.appId
    const back = onClick(h('button', 'sim-back', h('i', 'sim-chevron')), leaveByPhone)
    back.setAttribute('aria-label', '返回')
    const bar = h(
      'header',
      'sim-nav sim-foreign',
      back,
      h('div', 'sim-title-box', h('div', 'sim-title', title)),
      createCapsule(() => {}, leaveByPhone),
    )
    const program = h('div', `sim-program${request.embedded ? ' sim-embedded' : ''}`, bar)
    program.dataset.appId = request.appId
    const close = overlays.show(
      request.embedded ? h('div', 'sim-mask sim-bottom', program) : h('div', 'sim-cover', program),
    )
    const stop = options.onMiniProgram
      ? giveHandle(options.onMiniProgram, request, finish)
      : openFrame(program, options.miniPrograms?.[request.appId] ?? '', request, finish)
  })
}

function giveHandle(
  give: (handle: MiniProgramHandle) => void,
  request: EnterRequest,
  finish: (left: Left) => void,
): () => void {
  setTimeout(() => {
    give({
      ...request,
      exit: extraData => finish(extraData === undefined ? {} : { extraData }),
      back: () => finish({}),
    })
  }, 0)
  return () => {}
}

function openFrame(
  parent: HTMLElement,
  url: string,
  request: EnterRequest,
  finish: (left: Left) => void,
): () => void {
  const frame = h('iframe', 'sim-frame')
  frame.title = '另一个小程序'
  const listen = (event: MessageEvent) => {
    if (event.source === null || event.source !== frame.contentWindow) return
    const message: unknown = event.data
    if (!isObject(message) || message.wxMiniProgram !== 1) return
    if (message.type === 'ready') {
      frame.contentWindow?.postMessage({ wxMiniProgram: 1, type: 'enter', ...request }, '*')
    } else if (message.type === 'exit') {
      finish(message.extraData === undefined ? {} : { extraData: message.extraData })
    }
  }
  window.addEventListener('message', listen)
  frame.src = url
  parent.append(frame)
  return () => window.removeEventListener('message', listen)
}
