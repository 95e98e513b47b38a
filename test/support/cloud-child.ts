import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type CallerIdentity, type LocalCloud, startLocalCloud } from '../../sandbox/cloud/index'
import { prepareCloud } from '../../sandbox/prepare'
import { localTimer } from '../../sandbox/stack'

export interface CloudChildOptions {
  dataDir: string
  /** What the functions see; `CALLBACK_BASE_URL` is set to this cloud. */
  env: Record<string, string>
  /** A file that says how many ms this cloud and its functions live ahead of the rest of the world; it may change. */
  clockFile?: string
  /** A file that says what is wrong with its disk (disk-trouble.cjs). */
  diskFile?: string
  /** Of the built functions; default where the build leaves them. */
  functionsDir?: string
  /** Functions in there beside those that are deployed. */
  more?: readonly string[]
  /** Of each function, at most; default 8. */
  instances?: number
  /** Lines the functions print. */
  onLog?: (line: string) => void
}

/** The local cloud with the built functions in a process of its own, which can be killed like one. */
export interface CloudChild {
  url: string
  /** Of its process. */
  pid: number
  /** As `wx.cloud.callFunction` would. Rejects when the process ends first. */
  invoke(name: string, event: Record<string, unknown>, caller?: CallerIdentity): Promise<unknown>
  fireTimer(name: string): Promise<unknown>
  /** As `wx.cloud.uploadFile` would; yields the id of the file. */
  upload(cloudPath: string, text: string): Promise<string>
  /** SIGKILL: nothing in it gets a chance to end well. Resolves when it is gone. */
  kill(): Promise<void>
}

type Command =
  | { kind: 'invoke'; name: string; event: Record<string, unknown>; caller: CallerIdentity | undefined }
  | { kind: 'timer'; name: string }
  | { kind: 'upload'; path: string; text: string }
type Said =
  | { kind: 'started'; url: string }
  | { kind: 'log'; line: string }
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'threw'; id: number; message: string }

const clockShift = path.resolve('test/support/clock-shift.cjs')
const diskTrouble = path.resolve('test/support/disk-trouble.cjs')

export async function startCloudChild({
  dataDir,
  env,
  clockFile = '',
  diskFile = '',
  functionsDir = path.resolve('dist/cloudfunctions'),
  more = [],
  instances = 8,
  onLog = () => {},
}: CloudChildOptions): Promise<CloudChild> {
  const shift = { CLOCK_FILE: clockFile }
  // Instances are threads with an environment and options of their own.
  const functionEnv = { ...env, ...shift, NODE_OPTIONS: `--require "${clockShift}"` }
  const child = spawn(
    process.execPath,
    [
      '--require',
      clockShift,
      '--require',
      diskTrouble,
      '--require',
      'tsx/cjs',
      'test/support/cloud-child.ts',
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        ...process.env,
        ...shift,
        DISK_FILE: diskFile,
        CLOUD_CHILD: JSON.stringify({ dataDir, env: functionEnv, functionsDir, more, instances }),
      },
    },
  )
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let lastId = 0

  const url = await new Promise<string>((resolve, reject) => {
    child.on('message', (said: Said) => {
      if (said.kind === 'started') return resolve(said.url)
      if (said.kind === 'log') return onLog(said.line)
      const caller = waiting.get(said.id)
      waiting.delete(said.id)
      if (said.kind === 'answer') caller?.resolve(said.value)
      else caller?.reject(new Error(said.message))
    })
    child.once('exit', () => {
      const ended = new Error('the local cloud has ended')
      reject(ended)
      for (const caller of waiting.values()) caller.reject(ended)
    })
  })

  const ask = (command: Command) =>
    new Promise<unknown>((resolve, reject) => {
      if (!child.connected) return reject(new Error('the local cloud has ended'))
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      child.send({ ...command, id: lastId }, error => error && reject(error))
    })

  return {
    url,
    pid: child.pid ?? 0,
    invoke: (name, event, caller) => ask({ kind: 'invoke', name, event, caller }),
    fireTimer: name => ask({ kind: 'timer', name }),
    upload: async (path, text) => String(await ask({ kind: 'upload', path, text })),
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
  }
}

if (process.env.CLOUD_CHILD !== undefined) void serve(process.env.CLOUD_CHILD)

/** The child's side. */
async function serve(given: string): Promise<void> {
  const { dataDir, env, functionsDir, more, instances } = JSON.parse(given) as Required<CloudChildOptions>
  const say = (said: Said) => process.send?.(said)
  process.once('disconnect', () => process.exit())
  const cloud = await startLocalCloud({
    host: '127.0.0.1',
    port: 0,
    dataDir,
    functionsDir,
    functions: [...declaredFunctions(), ...more.map(name => ({ name, timeoutSeconds: 20 }))],
    concurrency: instances,
    env: url => ({ ...env, CALLBACK_BASE_URL: `${url}/http/callback` }),
    timers: false,
    timer: localTimer,
    onLog: ({ line }) => say({ kind: 'log', line }),
  })
  await prepareCloud(cloud)
  process.on('message', ({ id, ...command }: Command & { id: number }) => {
    answerTo(cloud, command).then(
      value => say({ kind: 'answer', id, value }),
      error => say({ kind: 'threw', id, message: error instanceof Error ? error.message : String(error) }),
    )
  })
  say({ kind: 'started', url: cloud.url })
}

async function answerTo(cloud: LocalCloud, command: Command): Promise<unknown> {
  switch (command.kind) {
    case 'timer':
      return cloud.fireTimer(command.name)
    case 'upload':
      return cloud.upload(command.path, Buffer.from(command.text))
    case 'invoke':
      return cloud.invoke(command.name, command.event, command.caller)
  }
}

/** Names and time-outs as they are deployed. */
function declaredFunctions(): { name: string; timeoutSeconds: number }[] {
  const { functions } = JSON.parse(readFileSync('cloudbaserc.json', 'utf8')) as {
    functions: { name: string; timeout: number }[]
  }
  return functions.map(({ name, timeout }) => ({ name, timeoutSeconds: timeout }))
}
