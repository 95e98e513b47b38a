import { spawn } from 'node:child_process'
import path from 'node:path'

export interface ExampleOptions {
  port: number
  /** The server API, up to `/v1`. */
  hubUrl: string
  /** Where the example keeps its suppliers. */
  file: string
}

/** Starts examples/business-system as the separate program it is. Rejects when it ends before it is ready. */
export function startExample({
  port,
  hubUrl,
  file,
}: ExampleOptions): Promise<{ url: string; close(): Promise<void> }> {
  const child = spawn(process.execPath, [path.resolve('examples/business-system/start.mjs')], {
    env: { ...process.env, EXAMPLE_PORT: String(port), REALNAME_HUB_URL: hubUrl, EXAMPLE_FILE: file },
    // The channel tells it when this process is gone, however it ended.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const close = async () => {
    child.kill()
    await ended
  }
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const url = /^business system (\S+)$/m.exec(said)?.[1]
      if (url) resolve({ url, close })
    })
    let wrong = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      wrong = (wrong + text).slice(-2000)
    })
    child.once('error', reject)
    child.once('exit', () =>
      reject(Object.assign(new Error(wrong || 'it ended'), { code: /EADDRINUSE/.exec(wrong)?.[0] })),
    )
  })
}
