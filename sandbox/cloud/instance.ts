import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { buildSync } from 'esbuild'
import { InvocationError } from './errors'
import type { FunctionLog } from './types'

/** One worker thread that holds one loaded bundle. Serves one call at a time; the pool sees to that. */
export interface Instance {
  /** The JSON text of the result. Rejects with an InvocationError; the instance is dead after a time-out or a crash. */
  run(call: Call): Promise<string>
  isDead(): boolean
  /** What it was loaded from; a different stamp on disk means it is stale. */
  readonly stamp: string
  terminate(): Promise<void>
}

export interface Call {
  /** JSON text. */
  event: string
  context: Record<string, unknown>
  /** Variables of this call only. */
  env: Record<string, string>
}

export type CallMessage = Call & { sequence: number }

export interface InstanceData {
  entry: string
  wakeUps: Int32Array
}

export type WorkerMessage =
  | { type: 'ready' }
  | { type: 'log'; stream: FunctionLog['stream']; line: string }
  | { type: 'result'; sequence: number; json: string }
  | { type: 'threw'; sequence: number; message: string }

export interface InstanceOptions {
  functionName: string
  /** Absolute path of index.js. */
  entry: string
  stamp: string
  env: Record<string, string>
  timeoutSeconds: number
  onLog: (entry: FunctionLog) => void
}

/** SCF gives initialisation its own limit. */
const initialisationSeconds = 65
/** The smallest common plan; SCF counts the process, V8 only its heap. */
const memoryMegabytes = 256

export function createInstance(options: InstanceOptions): Instance {
  const wakeUps = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const data: InstanceData = { entry: options.entry, wakeUps }
  const worker = new Worker(workerCode(), {
    eval: true,
    workerData: data,
    // Only the platform's block and the function's own variables: nothing of this process leaks in.
    env: options.env,
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
  })
  forwardLines(worker, options)

  let sequence = 0
  let dead = false
  let settle: Settle | undefined
  const finish = (action: (settle: Settle) => void) => {
    const waiting = settle
    settle = undefined
    if (waiting) action(waiting)
  }
  const die = (error: Error) => {
    dead = true
    finish(({ reject }) => reject(error))
  }
  let markReady: () => void = () => {}
  const ready = new Promise<void>(resolve => {
    markReady = resolve
  })

  worker.on('message', (message: WorkerMessage) => {
    switch (message.type) {
      case 'ready':
        return markReady()
      case 'log':
        return options.onLog({ function: options.functionName, stream: message.stream, line: message.line })
      case 'result':
        return finish(({ resolve }) => resolve(message.json))
      case 'threw':
        return finish(({ reject }) => reject(new InvocationError('threw', message.message)))
    }
  })
  worker.on('error', error => {
    options.onLog({ function: options.functionName, stream: 'stderr', line: error.stack ?? error.message })
    die(new InvocationError('threw', error.message))
  })
  worker.on('exit', code =>
    die(new InvocationError('threw', `the function's process exited with code ${code}`)),
  )

  const terminate = async () => {
    dead = true
    await worker.terminate()
  }

  const run = (call: Call): Promise<string> =>
    new Promise((resolve, reject) => {
      const stop = (seconds: number, what: string) => {
        die(new InvocationError('timedOut', `${what} timed out after ${seconds} seconds`))
        void terminate()
      }
      let timer = setTimeout(
        stop,
        initialisationSeconds * 1000,
        initialisationSeconds,
        'Initialising the function',
      )
      settle = {
        resolve: json => {
          clearTimeout(timer)
          resolve(json)
        },
        reject: error => {
          clearTimeout(timer)
          reject(error)
        },
      }
      if (dead) return die(new InvocationError('threw', 'the instance is gone'))
      void ready.then(() => {
        if (dead) return
        clearTimeout(timer)
        timer = setTimeout(stop, options.timeoutSeconds * 1000, options.timeoutSeconds, 'Invoking task')
        sequence += 1
        const message: CallMessage = { ...call, sequence }
        // The message lies ready before the instance wakes, so that the call comes before work left behind.
        worker.postMessage(message)
        Atomics.store(wakeUps, 0, sequence)
        Atomics.notify(wakeUps, 0)
      })
    })

  return { run, isDead: () => dead, stamp: options.stamp, terminate }
}

interface Settle {
  resolve: (json: string) => void
  reject: (error: Error) => void
}

/** What a function writes past the console, e.g. with process.stdout.write. */
function forwardLines(worker: Worker, { functionName, onLog }: InstanceOptions): void {
  for (const stream of ['stdout', 'stderr'] as const) {
    let rest = ''
    worker[stream].setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) onLog({ function: functionName, stream, line })
    })
  }
}

let code: string | undefined

/** A worker thread cannot load TypeScript by itself. */
function workerCode(): string {
  code ??= buildSync({
    entryPoints: [path.resolve('sandbox/cloud/worker.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    write: false,
  }).outputFiles[0]?.text
  return code ?? ''
}
