import { createRequire } from 'node:module'
import { formatWithOptions } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import type { CallMessage, InstanceData, WorkerMessage } from './instance'

/** One instance of a cloud function: loads the bundle, serves one call at a time, and stands still in between. */
const { entry, wakeUps } = workerData as InstanceData

function send(message: WorkerMessage): void {
  parentPort?.postMessage(message)
}

// Lines go through the message port, not through a pipe: a pipe would hold them back while the instance stands still.
function forward(stream: 'stdout' | 'stderr') {
  return (...values: unknown[]) => {
    for (const line of formatWithOptions({ colors: false }, ...values).split('\n')) {
      send({ type: 'log', stream, line })
    }
  }
}
Object.assign(console, {
  log: forward('stdout'),
  info: forward('stdout'),
  debug: forward('stdout'),
  warn: forward('stderr'),
  error: forward('stderr'),
  trace: forward('stderr'),
})

function load(): (event: unknown, context: unknown) => unknown {
  const main: unknown = createRequire(entry)(entry).main
  if (typeof main !== 'function') throw new Error('the function exports no main(event, context)')
  return (event, context) => main(event, context)
}

async function serve(main: (event: unknown, context: unknown) => unknown, call: CallMessage): Promise<void> {
  Object.assign(process.env, call.env)
  const answer = await outcome(main, call)
  // The next caller must find nothing of this one, however the call ended.
  for (const name of Object.keys(call.env)) delete process.env[name]
  send(answer)
  // The platform freezes an instance once it has answered: timers and sockets of work left behind do not move on.
  Atomics.wait(wakeUps, 0, call.sequence)
}

async function outcome(
  main: (event: unknown, context: unknown) => unknown,
  call: CallMessage,
): Promise<WorkerMessage> {
  try {
    const result = await main(JSON.parse(call.event), call.context)
    return { type: 'result', sequence: call.sequence, json: JSON.stringify(result) ?? 'null' }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    forward('stderr')(error)
    return { type: 'threw', sequence: call.sequence, message }
  }
}

const main = load()
parentPort?.on('message', (call: CallMessage) => void serve(main, call))
send({ type: 'ready' })
