import type { ApiModule } from '../context'
import { visitMiniProgram } from '../other-mini-program'
import { ApiFailure, isObject, jsonClone, text } from '../registry'
import type { EnterRequest, Json } from '../types'

/** 从另一个小程序返回 */
const returnScene = 1038

export const jumpApi: ApiModule = ({ phone, registry, lifecycle }) => {
  const { options, overlays, gesture } = phone

  function request(given: Json, embedded: boolean): EnterRequest {
    const appId = text(given.appId)
    const known = options.miniPrograms?.[appId] !== undefined
    if (!appId || !known) throw new ApiFailure('invalid appid')
    if (given.extraData !== undefined && !isObject(given.extraData))
      throw new ApiFailure('parameter error: parameter.extraData should be Object')
    return {
      appId,
      path: text(given.path),
      extraData: jsonClone(given.extraData ?? {}),
      envVersion: text(given.envVersion, 'release'),
      embedded,
    }
  }

  function visit(entering: EnterRequest): void {
    lifecycle.hide()
    visitMiniProgram(options, overlays, entering).then(left => {
      lifecycle.show({ scene: returnScene, referrerInfo: { appId: entering.appId, ...left } })
    })
  }

  async function jump(given: Json, embedded: boolean): Promise<void> {
    if (!gesture.active()) throw new ApiFailure('can only be invoked by user TAP gesture.')
    const entering = request(given, embedded)
    if (!embedded) {
      const name = options.miniProgramNames?.[entering.appId] ?? entering.appId
      const content = `即将打开“${name}”小程序`
      const answer = await overlays.modal({ content, cancelText: '取消', confirmText: '允许' })
      if (!answer.confirm) throw new ApiFailure('cancel')
    }
    visit(entering)
  }

  registry.api('navigateToMiniProgram', given => jump(given, false))
  registry.api('openEmbeddedMiniProgram', given => {
    // A target that is not declared opens in full, as on devices.
    const declared = phone.app.json.app?.embeddedAppIdList
    return jump(given, Array.isArray(declared) && declared.includes(given.appId))
  })
  registry.api('exitMiniProgram', () => {
    lifecycle.hide()
  })
}
