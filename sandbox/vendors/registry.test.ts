import { spawn } from 'node:child_process'
import { readSettings } from '../settings'
import { type RunningServer, startServer } from './kit/server'
import { until } from './kit/test-support'
import { startVendors, vendorSimulators } from './registry'

let blocker: RunningServer | undefined
afterEach(async () => {
  await blocker?.close()
  blocker = undefined
})

const settings = (port: number) => ({
  ...readSettings({}),
  qiyuesuoPort: port,
  essPort: 0,
  esignPort: 0,
})

test('all simulators start and stop', async () => {
  const vendors = await startVendors(settings(0))
  expect(vendors.servers.map(({ row }) => row.id)).toEqual(vendorSimulators.map(row => row.id))
  for (const { server } of vendors.servers) expect((await fetch(server.url)).status).toBe(200)
  await vendors.close()
  for (const { server } of vendors.servers) await expect(fetch(server.url)).rejects.toThrow()
})

test('a taken port is named with the variable that changes it', async () => {
  blocker = await startServer({ host: '127.0.0.1', port: 0, handle: () => {} })
  await expect(startVendors(settings(blocker.port))).rejects.toThrow(
    `Port ${blocker.port} for the 契约锁 simulator is taken; set QIYUESUO_SANDBOX_PORT to another port.`,
  )
})

describe('npm run sandbox', () => {
  const run = (port: number) => {
    const child = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'sandbox/vendors/start.ts'], {
      env: {
        ...process.env,
        QIYUESUO_SANDBOX_PORT: String(port),
        ESS_SANDBOX_PORT: '0',
        ESIGN_SANDBOX_PORT: '0',
      },
    })
    const seen = { out: '', error: '', code: undefined as number | null | undefined }
    child.stdout.on('data', chunk => {
      seen.out += String(chunk)
    })
    child.stderr.on('data', chunk => {
      seen.error += String(chunk)
    })
    child.on('close', code => {
      seen.code = code
    })
    return { child, seen }
  }

  test.each(['SIGINT', 'SIGTERM'] as const)('prints a line each and stops cleanly on %s', async signal => {
    const { child, seen } = run(0)
    const labels = vendorSimulators.map(row => row.label)
    const lines = () => seen.out.split('\n').filter(Boolean)
    await until(() => lines().length === labels.length, 20_000)
    for (const [index, label] of labels.entries()) {
      expect(lines()[index]).toMatch(new RegExp(`^${label} simulator: http://127\\.0\\.0\\.1:\\d+$`))
    }
    child.kill(signal)
    await until(() => seen.code !== undefined)
    expect(seen.code).toBe(0)
  })

  test('ends with 1 and a sentence when the port is taken', async () => {
    blocker = await startServer({ host: '127.0.0.1', port: 0, handle: () => {} })
    const { seen } = run(blocker.port)
    await until(() => seen.code !== undefined, 20_000)
    expect(seen.code).toBe(1)
    expect(seen.error).toContain(`Port ${blocker.port}`)
  })
})
