import { useShareAppMessage } from '@tarojs/taro'
import type { ConfigResult, InvitationCodeResult } from '../../../cloud/types'
import { homePage } from '../../../routes'
import { detailText } from './texts'

/** A picture of our own: WeChat would take one of the page, with the code and the name on it. */
const picture = '/assets/share.png'

/** The card in a chat: it leads to the invitation once its code is known, and otherwise only to the mini-program. */
export function useShare(
  title: string,
  code: InvitationCodeResult | null,
  config: ConfigResult | null,
): void {
  useShareAppMessage(() => {
    if (!code) return { title: detailText('share.app'), path: homePage, imageUrl: picture }
    const controller = config?.policy.controller ?? ''
    return {
      title: detailText('share.title', { controller, title }),
      path: `/${code.page}`,
      imageUrl: picture,
    }
  })
}
