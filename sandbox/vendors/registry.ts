/** The vendor simulators that exist. A new one is one more row. */
import { readSettings, type SandboxSettings, sandboxCredentials } from '../settings'
import { startEsignSimulator } from './esign'
import { startEssSimulator } from './ess'
import type { RunningServer } from './kit/server'
import { isRecord } from './kit/shape'
import { startQiyuesuoSimulator } from './qiyuesuo'

export interface VendorSimulatorRow {
  id: string
  label: string
  portVariable: string
  port(settings: SandboxSettings): number
  start(settings: SandboxSettings): Promise<RunningServer>
}

export const vendorSimulators: readonly VendorSimulatorRow[] = [
  {
    id: 'qiyuesuo',
    label: '契约锁',
    portVariable: 'QIYUESUO_SANDBOX_PORT',
    port: settings => settings.qiyuesuoPort,
    start: settings =>
      startQiyuesuoSimulator({
        host: settings.host,
        port: settings.qiyuesuoPort,
        ...sandboxCredentials.qiyuesuo,
      }),
  },
  {
    id: 'ess',
    label: '腾讯电子签',
    portVariable: 'ESS_SANDBOX_PORT',
    port: settings => settings.essPort,
    start: settings =>
      startEssSimulator({ host: settings.host, port: settings.essPort, ...sandboxCredentials.ess }),
  },
  {
    id: 'esign',
    label: 'e签宝',
    portVariable: 'ESIGN_SANDBOX_PORT',
    port: settings => settings.esignPort,
    start: settings =>
      startEsignSimulator({ host: settings.host, port: settings.esignPort, ...sandboxCredentials.esign }),
  },
]

export interface RunningVendors {
  servers: { row: VendorSimulatorRow; server: RunningServer }[]
  close(): Promise<void>
}

/** Starts all of them or none; a taken port is named together with the variable that changes it. */
export async function startVendors(settings: SandboxSettings = readSettings()): Promise<RunningVendors> {
  const servers: RunningVendors['servers'] = []
  const close = async () => {
    await Promise.all(servers.map(({ server }) => server.close()))
  }
  for (const row of vendorSimulators) {
    try {
      servers.push({ row, server: await row.start(settings) })
    } catch (error) {
      await close()
      throw isPortTaken(error) ? new Error(portSentence(row, row.port(settings))) : error
    }
  }
  return { servers, close }
}

function portSentence(row: VendorSimulatorRow, port: number): string {
  return `Port ${port} for the ${row.label} simulator is taken; set ${row.portVariable} to another port.`
}

function isPortTaken(error: unknown): boolean {
  return isRecord(error) && error.code === 'EADDRINUSE'
}
