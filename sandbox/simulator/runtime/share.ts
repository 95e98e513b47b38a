import type { Running } from './context'
import type { StackEntry } from './page-stack'
import { isObject, text } from './registry'
import { formatQuery, pageExists } from './route'
import type { Json } from './types'

/** Asks the page for its card, as "发送给朋友" and share buttons do. */
export function shareCard(running: Running, top: StackEntry, event: Json): void {
  const given = running.callPage(top, 'onShareAppMessage', event)
  const answer = isObject(given) ? given : {}
  const own = `${top.route}${Object.keys(top.query).length > 0 ? `?${formatQuery(top.query)}` : ''}`
  const card = {
    title: text(answer.title) || top.bar.title,
    path: text(answer.path) || own,
    imageUrl: text(answer.imageUrl),
  }
  if (!pageExists(running.phone.app, card.path.split('?')[0]?.replace(/^\//, '') ?? ''))
    running.phone.recorder.warning(`onShareAppMessage: there is no page "${card.path}"`)
  running.phone.lastShare = card
  running.phone.recorder.share(card.title, card.path)
  running.phone.overlays.toast({ title: `已转发：${card.title}`, icon: 'none', mask: false, duration: 1500 })
}

/** A picture sent to a friend; it leads nowhere. */
export function sharePicture({ phone }: Running, path: string): void {
  phone.lastShare = { imagePath: path }
  phone.recorder.share('图片', path)
  phone.overlays.toast({ title: '已发送', icon: 'success', mask: false, duration: 1500 })
}
