import path from 'node:path'
import { Worker } from 'node:worker_threads'

/**
 * What a script beside this file answers, run in a thread of its own. Jest looks every `Math.…` up anew, which makes work
 * on pixels a hundred times slower; a thread is none of Jest's.
 */
export function inThread<T>(script: string, workerData: unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(__dirname, script), { workerData })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}
