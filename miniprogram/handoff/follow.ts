import Taro from '@tarojs/taro'
import type { Handoff, Hint, MiniProgramHandoff, PluginHandoff } from '../cloud/types'

/**
 * `opened`: the user is on the way · `canceled`: the user said no to WeChat's question · `unavailable`: it could
 * not be opened · `show`: nothing to open, the page must show it (`HandoffPanel`).
 */
export type FollowResult = 'opened' | 'canceled' | 'unavailable' | 'show'

export interface FollowListener {
  /** What the other side reports; it proves nothing, ask the server. */
  onHint: (hint: Hint) => void
  /** Hands over what must be called when the user is back, with or without a report. */
  onOpened?: (release: () => void) => void
}

/** Passes the user on. */
export async function follow(handoff: Handoff, listener: FollowListener): Promise<FollowResult> {
  switch (handoff.kind) {
    case 'plugin':
      return followPlugin(handoff, listener)
    case 'miniProgram':
      return followMiniProgram(handoff)
    case 'qrImage':
    case 'webUrl':
      return 'show'
    default:
      return unknownKind(handoff)
  }
}

function followPlugin(handoff: PluginHandoff, { onHint, onOpened }: FollowListener): Promise<FollowResult> {
  let channel: Taro.EventChannel | null = null
  let reported: Hint | null = null
  let left = false
  let told = false

  // The event may come before `success` has handed over the channel, and more than once.
  const leave = () => {
    if (!channel || left) return
    left = true
    channel.emit(handoff.leaveEvent)
  }
  const tell = () => {
    if (!channel || !reported || told) return
    told = true
    leave()
    onHint(reported)
  }
  const listen = (hint: Hint) => () => {
    reported ??= hint
    tell()
  }

  return Taro.navigateTo({
    url: handoff.url,
    events: Object.fromEntries(Object.entries(handoff.events).map(([name, hint]) => [name, listen(hint)])),
    success: result => {
      channel = result.eventChannel
      // Back without a report: the plugin is let go all the same.
      onOpened?.(leave)
      tell()
    },
  }).then(
    () => 'opened',
    () => 'unavailable',
  )
}

function followMiniProgram(handoff: MiniProgramHandoff): Promise<FollowResult> {
  const { appId, path, extraData, envVersion } = handoff
  const embeds = handoff.embedded && typeof Taro.openEmbeddedMiniProgram === 'function'
  return new Promise(resolve => {
    const options = {
      appId,
      path,
      extraData,
      envVersion,
      success: () => resolve('opened'),
      fail: (reason: { errMsg: string }) =>
        resolve(/cancel/.test(reason.errMsg) ? 'canceled' : 'unavailable'),
    }
    // Taro turns some of these into promises and hands others through; callbacks work for both.
    const pending: unknown = embeds
      ? Taro.openEmbeddedMiniProgram(options)
      : Taro.navigateToMiniProgram(options)
    Promise.resolve(pending).catch(() => undefined)
  })
}

/** A newer server may know a kind this version does not; the page then says so instead of hanging. */
function unknownKind(_handoff: never): FollowResult {
  return 'unavailable'
}
