import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { eventually } from '../support/eventually'

/** `npm start` as a process of its own: what it prints, how it stops, what is left after it was killed. */
const ports = { PORT: '18686', QIYUESUO_SANDBOX_PORT: '18687', CLOUD_PORT: '18690', EXAMPLE_PORT: '18691' }
const cloud = `http://127.0.0.1:${ports.CLOUD_PORT}`

let dataDir = ''
const children: ChildProcess[] = []

jest.setTimeout(300_000)

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'realname-hub-'))
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await rm(dataDir, { recursive: true, force: true })
})

function launch() {
  const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/start.ts'], {
    env: { ...process.env, ...ports, DATA_DIR: dataDir },
  })
  children.push(child)
  let output = ''
  child.stdout.on('data', chunk => (output += chunk))
  child.stderr.on('data', chunk => (output += chunk))
  const exit = new Promise<number | null>(resolve => child.on('exit', resolve))
  const ready = () =>
    eventually(() => {
      if (child.exitCode !== null) throw new Error(`it ended:\n${output}`)
      return output.includes('\nready ')
    }, 90_000)
  return { child, exit, ready, output: () => output }
}

async function call(action: string, input: unknown) {
  const answer = await fetch(`${cloud}/invoke/api`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': 'oStart' },
    body: JSON.stringify({ action, input }),
  })
  return (await answer.json()) as { ok: boolean; data: { consentId: string; items: unknown[] } }
}

test('says ready last, serves the phone, keeps what was acknowledged when killed, and stops cleanly on Ctrl+C', async () => {
  const first = launch()
  await first.ready()
  expect(first.output().trimEnd().split('\n').at(-1)).toBe(`ready http://127.0.0.1:${ports.PORT}`)
  expect(await (await fetch(`http://127.0.0.1:${ports.PORT}/`)).text()).toContain('实名通')
  const { data } = await call('consent.record', {
    vendor: 'qiyuesuo',
    policyVersion: '2026-11',
    accepted: true,
  })
  const person = { contact: { type: 'mobile', value: '13800138000' } }
  const start = {
    clientKey: 'start-0000000000000',
    vendor: 'qiyuesuo',
    subject: 'person',
    consentId: data.consentId,
    person,
  }
  expect(await call('verification.start', start)).toMatchObject({ ok: true })

  first.child.kill('SIGKILL')
  await first.exit
  await eventually(() => portIsFree(Number(ports.CLOUD_PORT)))
  // The business system beside it is a process of its own, and goes with it.
  await eventually(() => portIsFree(Number(ports.EXAMPLE_PORT)))

  const second = launch()
  await second.ready()
  const list = await call('verification.list', {})
  expect(list.data.items).toHaveLength(1)
  second.child.kill('SIGINT')
  expect(await second.exit).toBe(0)
})

test('a taken port is named, with the variable that moves it', async () => {
  const blocker = createServer()
  await new Promise<void>(resolve =>
    blocker.listen(Number(ports.QIYUESUO_SANDBOX_PORT), '127.0.0.1', resolve),
  )
  try {
    const { exit, output } = launch()
    expect(await exit).toBe(1)
    expect(output()).toContain('端口 18687 已被占用')
    expect(output()).toContain('QIYUESUO_SANDBOX_PORT=19687 npm start')
  } finally {
    blocker.close()
  }
})

function portIsFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
