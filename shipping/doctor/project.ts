import { type Check, type Finding, when } from './finding'

/** https://docs.cloudbase.net/cloud-function/runtime-support */
export const runtimes = ['Nodejs16.13', 'Nodejs18.15', 'Nodejs20.19', 'Nodejs22.21', 'Nodejs24.11']

/** What stands in the tree. */
export const project: Check = bench => [
  ...when(bench.envId === 'your-env-id', {
    code: 'ENV_ID',
    wrong: 'envId 还是样例',
    mend: '复制 deploy/example.json 为 deploy/<名字>.json,填自己的云环境 ID',
  }),
  ...when(!/^wx(?!0{16})[0-9a-f]{16}$/.test(bench.appId), {
    code: 'APPID',
    wrong: '没有真实的小程序 appid',
    mend: '在 deploy/<名字>.json 里填自己的 appId',
  }),
  ...when(!bench.isBuilt, {
    code: 'NOT_BUILT',
    wrong: 'dist/ 里没有编译好的云函数和小程序',
    mend: 'npm run build',
  }),
  ...bench.functions.flatMap(({ name, runtime, handler }) => [
    ...when(!runtimes.includes(runtime), {
      code: 'RUNTIME',
      wrong: `${name} 的运行环境 ${runtime} 平台没有`,
      mend: `改 cloudbaserc.json:${runtimes.join('、')} 之一`,
    }),
    ...when(handler !== 'index.main', {
      code: 'RC_SCHEMA',
      wrong: `${name} 的入口不是 index.main`,
      mend: '改 cloudbaserc.json 的 handler',
    }),
  ]),
  ...bench.crons.flatMap(cron =>
    when(cron.trim().split(/\s+/).length !== 7, {
      code: 'CRON',
      wrong: '定时器要七段(秒在前,年在后)',
      mend: '改 cloudfunctions/sweep/config.json 的 triggers',
    }),
  ),
  ...when(bench.rcCrons.join() !== bench.crons.join(), {
    code: 'RC_DRIFT',
    wrong: 'cloudbaserc.json 的定时器与 cloudfunctions/*/config.json 的不同,换一个工具部署就换了时间',
    mend: '把两处改成一样:时间以 config.json 为准',
  }),
  ...openapi(bench.usedOpenapi, bench.openapi.api ?? []),
]

function openapi(used: readonly string[], declared: readonly string[]): Finding[] {
  const missing = used.filter(name => !declared.includes(name))
  const idle = declared.filter(name => !used.includes(name))
  return [
    ...when(missing.length > 0, {
      code: 'OPENAPI_LIST',
      wrong: `代码用了没有声明的云调用:${missing.join('、')}`,
      mend: '加进 cloudfunctions/api/config.json 的 permissions.openapi',
    }),
    ...when(idle.length > 0, {
      code: 'OPENAPI_LIST',
      wrong: `声明了没有用到的云调用:${idle.join('、')}`,
      mend: '从 cloudfunctions/api/config.json 的 permissions.openapi 去掉',
    }),
  ]
}
