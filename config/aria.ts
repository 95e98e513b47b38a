import type { IPluginContext } from '@tarojs/service'
import { ariaComponents } from './aria-attributes'

interface WeappPlatform {
  template: { mergeComponents(context: IPluginContext, components: typeof ariaComponents): void }
}

/** A Taro plugin: lets `aria-*` through to the compiled templates; lean-templates.ts tells the runtime the same. */
export default (context: IPluginContext): void => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: WeappPlatform) {
      platform.template.mergeComponents(context, ariaComponents)
    },
  })
}
