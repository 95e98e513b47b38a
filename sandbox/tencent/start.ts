import { startTencentCloud } from '.'
import { deployedFunctions, healthy } from './deployed'

/**
 * `npm run sandbox:tencent -- [<env id> [<app id>]]`: an empty environment on this machine to rehearse a deployment
 * against. Prints what the commands of a second terminal need; forgets everything when it ends.
 */
async function main([envId = 'your-env-id', appId = 'wx0000000000000000']: string[]): Promise<void> {
  const account = { secretId: 'AKIDrehearsal', secretKey: 'rehearsal-secret', appSecret: 'rehearsal-app' }
  const cloud = await startTencentCloud({
    envId,
    ...account,
    port: Number(process.env.TENCENT_SANDBOX_PORT ?? 8692),
    wechat: { appId, secret: account.appSecret, allowedIps: [], mayConfigure: true },
    upstream: deployedFunctions(() => healthy(Date.now())),
  })
  console.log(`export SHIPPING_STAND_IN=${cloud.url}
export TENCENTCLOUD_SECRETID=${account.secretId}
export TENCENTCLOUD_SECRETKEY=${account.secretKey}
export WECHAT_APPSECRET=${account.appSecret}`)
}

main(process.argv.slice(2)).catch(error => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
