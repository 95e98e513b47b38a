import type { RunningServer } from '../kit/server'
import type { SimulatedVendor } from '../kit/vendor'
import { type NimbusSimulatorOptions, startNimbusSimulator } from './simulator'

/** Fictitious. */
export const nimbusKey = 'sandbox-nimbus-key'

export const nimbus: SimulatedVendor<RunningServer, NimbusSimulatorOptions> = {
  name: '云核',
  portVariable: 'NIMBUS_SANDBOX_PORT',
  port: 8695,
  start: (address, options) => startNimbusSimulator({ ...address, key: nimbusKey, ...options }),
  settings: url => ({ NIMBUS_BASE_URL: url, NIMBUS_KEY: nimbusKey }),
  orders: {
    errors: [{ code: 'BUSY', message: 'busy' }],
    paths: ['/v1/attempts', '/v1/standing'],
  },
}
