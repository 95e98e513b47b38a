import type http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { createAdministration } from './administration'
import { createClientDoor } from './client-door'
import { createCloudCallRights } from './cloud-call-rights'
import { parseCron } from './cron'
import { createDatabase } from './database'
import { checkEnvironment } from './environment'
import type { Services } from './exchange'
import { readFunctionConfig, type TimerTrigger } from './function-config'
import { createGateway } from './gateway'
import { createHost } from './host'
import { invokeAsClient } from './invoke'
import { createOpenApi } from './openapi'
import { createServer } from './server'
import { createStorage } from './storage'
import { openStore, type Store } from './store'
import { createTimers } from './timers'
import type { FunctionLog, LocalCloud, LocalCloudOptions } from './types'

export type {
  CallerIdentity,
  LocalCloud,
  LocalCloudOptions,
} from './types'

/** Starts a local WeChat cloud. Rejects with `code` EADDRINUSE when the port is taken. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  // Read once before anything is opened: a wrong config.json must not leave a half-started cloud behind.
  readTriggers(options)
  const store = openStore(path.resolve(options.dataDir))
  let services: Services | undefined
  const server = createServer(() => ready(services))
  try {
    const port = await listen(server, options.host, options.port)
    return assemble(options, store, server, port, ready => {
      services = ready
    })
  } catch (error) {
    server.close()
    store.close()
    throw error
  }
}

function assemble(
  options: LocalCloudOptions,
  store: Store,
  server: http.Server,
  port: number,
  publish: (services: Services) => void,
): LocalCloud {
  const { envId = 'sandbox-env', appId = 'wxsandbox0000000001', now = Date.now } = options
  const { onTraffic = () => {}, onLog = print, contents = false } = options
  const url = `http://${options.host}:${port}`
  // Read anew for every instance that begins.
  const env = { ...(typeof options.env === 'function' ? options.env(url) : options.env) }
  checkEnvironment(env)
  const host = createHost({
    functions: options.functions,
    functionsDir: options.functionsDir,
    platform: { envId, appId, gatewayUrl: `${url}/admin` },
    env,
    concurrency: options.concurrency ?? 8,
    onLog,
    onTraffic,
    contents,
  })
  const { codeUrl = `${url}/__sandbox/code` } = options
  const cloudCalls = createCloudCallRights(
    envId,
    options.functions.map(({ name }) => name),
  )
  const openapi = createOpenApi({
    appId,
    codeUrl: typeof codeUrl === 'string' ? () => codeUrl : codeUrl,
    ...(options.pages ? { pages: options.pages } : {}),
    ...(options.messageTemplates ? { messageTemplates: options.messageTemplates } : {}),
    permissionsOf: cloudCalls.of,
    now,
  })
  const folder = path.resolve(options.dataDir, 'files')
  const storage = createStorage({ folder, envId, url: `${url}/storage`, now })
  const database = createDatabase(store, now, options.onQuery)
  const handlers = { ...database, ...storage.handlers }
  const gateway = createGateway({ envId, appId, host, openapi, handlers, onTraffic })
  const clientDoor = createClientDoor(store, database, now)
  const timers = createTimers(host, {
    isEnabled: options.timers ?? true,
    ...(options.timer && { message: options.timer.message }),
    now,
  })
  timers.schedule(readTriggers(options))
  const { issuePhoneCode, codes, agreeToMessages, messages } = openapi
  const given = { issuePhoneCode, codes, agreeToMessages, messages }
  publish({ envId, appId, host, gateway, clientDoor, storage, timers, ...given })

  const shutDown = async () => {
    timers.stop()
    server.close()
    server.closeAllConnections()
    await host.close()
    store.close()
  }
  let closing: Promise<void> | undefined

  return {
    envId,
    url,
    port,
    invoke: async (functionName, event, caller = {}) =>
      JSON.parse(await invokeAsClient(host, appId, functionName, event, caller)),
    fireTimer: async functionName => {
      const run = timers.fire(functionName)
      if (!run) throw new Error(`${functionName} has no timer trigger in its config.json`)
      return JSON.parse(await run)
    },
    upload: storage.upload,
    remove: storage.remove,
    fileUrl: storage.address,
    ...given,
    setRights: store.setRights,
    setting: variable => env[variable],
    changeSettings: changes => {
      checkEnvironment({ ...env, ...changes })
      Object.assign(env, changes)
      host.reload()
    },
    administer: createAdministration(store, envId),
    administerWeChat: cloudCalls.answer,
    declaredCalls: () =>
      options.functions.map(({ name }) => ({
        name,
        openapi: readFunctionConfig(options.functionsDir, name).openapi,
      })),
    reload: () => {
      host.reload()
      timers.schedule(readTriggers(options))
    },
    close: () => {
      closing ??= shutDown()
      return closing
    },
  }
}

function readTriggers({ functions, functionsDir, timer }: LocalCloudOptions): Map<string, TimerTrigger> {
  const triggers = new Map<string, TimerTrigger>()
  for (const { name } of functions) {
    const { trigger } = readFunctionConfig(functionsDir, name)
    if (trigger) triggers.set(name, timer ? { ...trigger, cron: parseCron(timer.cron) } : trigger)
  }
  return triggers
}

function listen(server: http.Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function ready(services: Services | undefined): Services {
  if (!services) throw new Error('the local cloud is still starting')
  return services
}

function print({ function: name, stream, line }: FunctionLog): void {
  process[stream].write(`[${name}] ${line}\n`)
}
