import { spawn } from 'node:child_process'
import { freeSettings, readSettings } from '../settings'
import { type RunningServer, startServer } from './kit/server'
import { until } from './kit/test-support'
import { simulatedVendors, startVendors, vendorSettings } from './registry'

let blocker: RunningServer | undefined
afterEach(async () => {
  await blocker?.close()
  blocker = undefined
})

const ports = (qiyuesuo: number) => ({ ...freeSettings('').vendorPorts, qiyuesuo })

test('all simulators start and stop', async () => {
  const vendors = await startVendors('127.0.0.1', ports(0))
  const servers = Object.values(vendors.simulators)
  expect(Object.keys(vendors.simulators)).toEqual(simulatedVendors.map(row => row.id))
  for (const server of servers) expect((await fetch(server.url)).status).toBe(200)
  await vendors.close()
  for (const server of servers) await expect(fetch(server.url)).rejects.toThrow()
})

test('no two share a port, a variable, a setting or a mini-program', () => {
  const all = simulatedVendors.flatMap(({ port, portVariable, settings, onPhone = {} }) => [
    String(port),
    portVariable,
    ...Object.keys(settings('http://example.com')),
    ...Object.keys(onPhone.plugins ?? {}),
    ...(onPhone.miniPrograms ?? []).map(({ appId }) => appId),
  ])
  expect(all.filter((each, index) => all.indexOf(each) !== index)).toEqual([])
  expect(readSettings({}).vendorPorts).toMatchObject({ qiyuesuo: 8687, ess: 8688, esign: 8689 })
})

test.each(simulatedVendors)('$id: the console has error codes and paths to offer', ({ orders }) => {
  expect(orders.errors.length).toBeGreaterThan(0)
  expect(orders.paths.length).toBeGreaterThan(0)
  for (const { code, message } of orders.errors) expect([code, message]).not.toContain('')
  for (const path of orders.paths) expect(path).toMatch(/^\/\w/)
})

test('a vendor that listens nowhere is set up all the same', () => {
  const settings = vendorSettings({ ess: 'http://127.0.0.1:1' })
  expect(settings).toMatchObject({ ESS_BASE_URL: 'http://127.0.0.1:1', ESIGN_BASE_URL: 'http://127.0.0.1:9' })
})

test('a taken port is named with the variable that changes it', async () => {
  blocker = await startServer({ host: '127.0.0.1', port: 0, handle: () => {} })
  await expect(startVendors('127.0.0.1', ports(blocker.port))).rejects.toMatchObject({
    service: '契约锁 simulator',
    variable: 'QIYUESUO_SANDBOX_PORT',
    port: blocker.port,
  })
})

describe('npm run sandbox', () => {
  const run = (port: number) => {
    // Not through the runner's own program: it gives a slow machine 30 ms to react to a signal, then it kills.
    const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/vendors/start.ts'], {
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
    const labels = simulatedVendors.map(row => row.name)
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
