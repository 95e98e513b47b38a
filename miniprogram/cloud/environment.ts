import Taro from '@tarojs/taro'

/** Put in by the build, from deploy/*.json. */
declare const CLOUD_ENVIRONMENTS: Readonly<Record<string, string>>

/** What `cloud.init` is told: the environment of this version, or the default one, so that a trial writes nothing where real people are. */
export function cloudEnvironment(environments: Readonly<Record<string, string>> = CLOUD_ENVIRONMENTS): {
  env?: string
} {
  const env = environments[Taro.getAccountInfoSync().miniProgram.envVersion]
  return env === undefined ? {} : { env }
}
