import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createStore } from '../../cloudfunctions/platform/cloudStore'
import { createLog } from '../../cloudfunctions/platform/log'
import { collectionNames, type Store } from '../../cloudfunctions/platform/store'
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../../sandbox/cloud'

export interface CloudStore {
  cloud: LocalCloud
  url: string
  store: Store
  /** Lines the store has logged. */
  logged: string[]
  close(): Promise<void>
}

interface Options {
  isSetUp?: boolean
  onQuery?: NonNullable<LocalCloudOptions['onQuery']>
  /** Writes into the folder of the data before the cloud is there. */
  plant?: (dataDir: string) => void
}

/**
 * The real store, through the real SDK, over a local cloud of its own with all collections, still open as nobody's set-up
 * leaves them. `isSetUp: false`: with none. One a test file.
 */
export async function startCloudStore(options: Options = {}): Promise<CloudStore> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'cloud-store-'))
  options.plant?.(path.join(folder, 'data'))
  const cloud = await startLocalCloud({
    host: '127.0.0.1',
    port: 0,
    dataDir: path.join(folder, 'data'),
    functionsDir: path.join(folder, 'functions'),
    functions: [],
    env: {},
    ...(options.onQuery && { onQuery: options.onQuery }),
  })
  // What the platform gives a function (sandbox/cloud/environment.ts).
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${cloud.url}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'sandbox-env',
    TCB_ENV: 'sandbox-env',
    TENCENTCLOUD_SECRETID: 'x',
    TENCENTCLOUD_SECRETKEY: 'x',
  })
  if (options.isSetUp ?? true) {
    for (const collectionName of collectionNames) await addCollection(cloud.url, collectionName)
  }
  const logged: string[] = []
  return {
    cloud,
    url: cloud.url,
    store: createStore(createLog(line => logged.push(line))),
    logged,
    async close() {
      await cloud.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function addCollection(url: string, collectionName: string): Promise<Response> {
  return fetch(`${url}/admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'TC3-HMAC-SHA256 x' },
    body: JSON.stringify({ action: 'database.addCollection', envName: 'sandbox-env', collectionName }),
  })
}
