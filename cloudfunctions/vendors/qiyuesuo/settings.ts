import * as v from 'valibot'
import { baseUrl, environment, httpsOnly, isSecure, keyOf, linkHosts, text } from '../settings'
import type { Settings } from '../vendor'
import { hosts } from './hosts'
import { jumps } from './jumps'

const schema = v.pipe(
  v.object({
    QIYUESUO_ENVIRONMENT: environment,
    QIYUESUO_BASE_URL: baseUrl,
    QIYUESUO_LINK_HOSTS: linkHosts,
    QIYUESUO_APP_TOKEN: text,
    QIYUESUO_APP_SECRET: text,
    QIYUESUO_CALLBACK_KEY: keyOf(16),
    QIYUESUO_CALLBACK_KEY_OLD: keyOf(16),
  }),
  v.forward(
    v.partialCheck(
      [['QIYUESUO_ENVIRONMENT'], ['QIYUESUO_BASE_URL']],
      env => isSecure(env.QIYUESUO_ENVIRONMENT, env.QIYUESUO_BASE_URL),
      httpsOnly,
    ),
    ['QIYUESUO_BASE_URL'],
  ),
  v.transform(env => ({
    /** Decides the API host and the plugin's `env` together, so that test and production cannot be mixed. */
    environment: env.QIYUESUO_ENVIRONMENT,
    /** An egress proxy with a fixed address, if the vendor's host is not called directly. */
    baseUrl: env.QIYUESUO_BASE_URL,
    /** Hosts users are sent to beside those that are known. */
    linkHosts: env.QIYUESUO_LINK_HOSTS,
    appToken: env.QIYUESUO_APP_TOKEN,
    appSecret: env.QIYUESUO_APP_SECRET,
    /** `callbackSecretKey` of the app, for signed or encrypted notices. */
    callbackKey: env.QIYUESUO_CALLBACK_KEY,
    /** The one before, while notices signed with it are on their way. */
    callbackKeyOld: env.QIYUESUO_CALLBACK_KEY_OLD,
  })),
)

export const settings: Settings<v.InferOutput<typeof schema>> = {
  id: 'qiyuesuo',
  name: { zh: '契约锁', en: 'Qiyuesuo' },
  note: { zh: '在契约锁的页面完成', en: 'Done on the page of Qiyuesuo' },
  on: 'QIYUESUO_APP_TOKEN',
  schema,
  base: ({ baseUrl, environment }) => baseUrl ?? hosts[environment],
  jumps,
}
