import { type Check, type Finding, when } from './finding'
import { guideWords, type Plugin, type Weapp } from './weapp'

const megabyte = 1024 * 1024
/** https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages.html: bytes of each, and of all together. */
const largestPackage = 2 * megabyte
const largestWhole = 20 * megabyte

/** What was built of the mini-program, before WeChat sees it. */
export const miniProgram: Check = ({ weapp, wantedPlugins, variables, privacyGuide }) => {
  if (!weapp) return []
  return [
    ...sizes(weapp),
    ...plugins(weapp.plugins, wantedPlugins, variables ?? {}),
    ...when(!weapp.usesPrivacyCheck, {
      code: 'PRIVACY_CHECK',
      wrong: 'app.json 没有 __usePrivacyCheck__:微信不会在取个人信息之前征得同意',
      mend: '在 miniprogram/app.config.ts 里写上 __usePrivacyCheck__: true,再 npm run build',
    }),
    ...guide(weapp.privateCalls, privacyGuide),
  ]
}

function sizes({ packages }: Weapp): Finding[] {
  const heavy = packages.filter(({ bytes }) => bytes > largestPackage)
  const whole = packages.reduce((sum, { bytes }) => sum + bytes, 0)
  const mend = '减小 dist/weapp(npm run check:weapp 列出谁占得多),或再分一个包:miniprogram/app.config.ts'
  return [
    ...heavy.map(({ name, bytes }) => ({
      code: 'PACKAGE_SIZE',
      wrong: `${name} 有 ${bytes} 字节,微信最多收 ${largestPackage}`,
      mend,
    })),
    ...when(whole > largestWhole, {
      code: 'PACKAGE_SIZE',
      wrong: `整个小程序有 ${whole} 字节,微信最多收 ${largestWhole}`,
      mend,
    }),
  ]
}

function plugins(
  there: readonly Plugin[],
  wanted: readonly (Plugin & { vendor: string })[],
  variables: Readonly<Record<string, string>>,
): Finding[] {
  const mend = '改 cloudfunctions/vendors/<机构>/onPhone.json 的 plugins,再 npm run build'
  const used = wanted.filter(({ vendor }) =>
    Object.keys(variables).some(name => name.startsWith(`${vendor.toUpperCase()}_`)),
  )
  const undeclared = used.filter(({ alias }) => !there.some(each => each.alias === alias))
  const twice = there.filter(({ provider }, at) => there.findIndex(each => each.provider === provider) !== at)
  const unpinned = there.filter(({ version }) => !/^\d+\.\d+\.\d+$/.test(version))
  return [
    ...undeclared.map(({ alias, vendor }) => ({
      code: 'PLUGIN',
      wrong: `${vendor} 要用的插件 ${alias} 没有在 app.json 里声明`,
      mend,
    })),
    ...twice.map(({ alias }) => ({ code: 'PLUGIN', wrong: `插件 ${alias} 声明了两次,上传会被拒绝`, mend })),
    ...unpinned.map(({ alias, version }) => ({
      code: 'PLUGIN_VERSION',
      wrong: `插件 ${alias} 的版本是 ${version},不是一个确定的版本`,
      mend,
    })),
  ]
}

/** The guide itself is filled in by a person; its words stand in the checklist, which is what he copies. */
function guide(calls: readonly string[], privacyGuide: string): Finding[] {
  const words = calls.filter(call => !privacyGuide.includes(guideWords[call] ?? call))
  return when(words.length > 0, {
    code: 'PRIVACY_LIST',
    wrong: `用到了、隐私保护指引的清单里却没有:${words.map(call => `${guideWords[call]}(${call})`).join('、')}`,
    mend: '加进 docs/deployment.md「用户隐私保护指引」一行,并在小程序后台「服务内容声明」里声明',
  })
}
