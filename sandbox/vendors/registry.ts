/** The vendor simulators there are: the only list of them in the local world. docs/adding-a-vendor.md */
import { placed } from '../placed'
import { esign } from './esign/local'
import { ess } from './ess/local'
import type { RunningServer } from './kit/server'
import type { SimulatedVendor } from './kit/vendor'
import { qiyuesuo } from './qiyuesuo/local'

const rows = {
  qiyuesuo, //
  ess,
  esign,
}

type Rows = typeof rows
export type VendorId = keyof Rows
export type Simulators = { [I in VendorId]: Awaited<ReturnType<Rows[I]['start']>> }
export type SimulatorOptions = { [I in VendorId]?: Parameters<Rows[I]['start']>[1] }
/** Where each listens; a vendor that is not named here listens nowhere. */
export type VendorUrls = Partial<Record<VendorId, string>>

export const simulatedVendors: readonly (SimulatedVendor & { id: VendorId })[] = Object.entries(rows).map(
  ([id, row]) => ({ ...(row as SimulatedVendor), id: id as VendorId }),
)

/** Default ports, or what the variables of the environment say. */
export function vendorPorts(
  read: (variable: string, fallback: number) => number,
): Readonly<Record<VendorId, number>> {
  return byId(({ portVariable, port }) => read(portVariable, port))
}

/** What an operator would set on the functions. A vendor that listens nowhere is on all the same, and not reached. */
export function vendorSettings(urls: VendorUrls): Record<string, string> {
  return Object.assign({}, ...simulatedVendors.map(({ id, settings }) => settings(urls[id] ?? nowhere)))
}

const nowhere = 'http://127.0.0.1:9'

export interface RunningVendors {
  simulators: Simulators
  close(): Promise<void>
}

/** Starts all of them or none. Throws StartError. */
export async function startVendors(
  host: string,
  ports: Readonly<Record<VendorId, number>>,
  options: SimulatorOptions = {},
): Promise<RunningVendors> {
  const running: [VendorId, RunningServer][] = []
  const close = async () => {
    await Promise.all(running.map(([, simulator]) => simulator.close()))
  }
  for (const { id, name, portVariable, start } of simulatedVendors) {
    try {
      const simulator = await placed(`${name} simulator`, portVariable, ports[id], port =>
        start({ host, port }, options[id]),
      )
      running.push([id, simulator])
    } catch (error) {
      await close()
      throw error
    }
  }
  return { simulators: Object.fromEntries(running) as Simulators, close }
}

/** As people do at each vendor's console. */
export async function connectVendors(simulators: Simulators, callbackBaseUrl: string): Promise<void> {
  for (const { id, connect } of simulatedVendors) await connect?.(simulators[id], `${callbackBaseUrl}/${id}`)
}

function byId<T>(of: (row: SimulatedVendor) => T): Record<VendorId, T> {
  return Object.fromEntries(simulatedVendors.map(row => [row.id, of(row)])) as Record<VendorId, T>
}
