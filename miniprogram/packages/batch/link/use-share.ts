import { useShareAppMessage } from '@tarojs/taro'
import type { LinkView } from '../../../cloud/types'
import { useConfig } from '../../../cloud/use-config'
import { homePage } from '../../../routes'
import { linkText } from './texts'

/** A picture of our own: WeChat would take one of the page, with names and codes on it. */
const imageUrl = '/assets/share.png'
const button = /^link-send-(\d+)$/

/** The card of the administrator whose button was pressed; from the menu one that leads only to the mini-program. */
export function useShare(links: readonly LinkView[]): void {
  const { config } = useConfig()
  useShareAppMessage(({ from, target }) => {
    const [, n] = button.exec(from === 'button' ? String(Object(target).id) : '') ?? []
    const link = links[Number(n) - 1]?.link
    if (!link) return { title: linkText('share.app'), path: homePage, imageUrl }
    const controller = config?.policy.controller ?? ''
    return {
      title: linkText('share.title', { controller, n: links[Number(n) - 1]?.rows ?? 0 }),
      path: `/${link.page}`,
      imageUrl,
    }
  })
}
