import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { ariaComponents } from './aria-attributes'

interface WeappPlatform {
  runtimePath: string | string[]
  template: { mergeComponents(context: IPluginContext, components: typeof ariaComponents): void }
}

/** A Taro plugin: lets `aria-*` through to the compiled templates, and tells the runtime the same. */
export default (context: IPluginContext): void => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: WeappPlatform) {
      platform.template.mergeComponents(context, ariaComponents)
      // `post:` puts it after the platform's own runtime, which would overwrite it.
      platform.runtimePath = [
        platform.runtimePath,
        `post:${path.resolve(__dirname, 'aria-runtime.ts')}`,
      ].flat()
    },
  })
}
