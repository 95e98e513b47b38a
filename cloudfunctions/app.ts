import { systemClock } from './platform/clock'
import { createCodes } from './platform/cloudCodes'
import { createFiles } from './platform/cloudFiles'
import { createPace } from './platform/cloudPace'
import { phoneNumber } from './platform/cloudPhone'
import { createStore } from './platform/cloudStore'
import { createSharedToken } from './platform/cloudToken'
import { readConfig } from './platform/config'
import { createVault, randomHex } from './platform/crypto'
import { createHttp } from './platform/http'
import { createLog } from './platform/log'
import { qrImage } from './platform/qr'
import type { Deps } from './usecases/kit/deps'
import { createCaller } from './vendors/call'
import { createDrivers } from './vendors/registry'

let deps: Deps | null = null

/**
 * The vendor allows 20 a second for each action. At this spacing a call may come 60 ms later than its place before the
 * 21st comes too soon: that much clocks and networks may do.
 */
const essCallsPerSecond = 18.8

/** Puts the pieces together, once an instance. Throws ConfigError, at every call until the settings are right. */
export function dependencies(): Deps {
  if (deps) return deps
  const config = readConfig(process.env)
  const log = createLog()
  const http = createHttp({
    timeoutMs: config.vendorTimeoutMs,
    connectTimeoutMs: Math.min(3000, config.vendorTimeoutMs),
  })
  const store = createStore(log)
  const vault = createVault(config.keys)
  const ports = {
    http,
    clock: systemClock,
    qrImage,
    // Whoever asks for the next token must be done, or be given up, before another may ask.
    tokens: createSharedToken({
      store,
      vault,
      clock: systemClock,
      leaseMs: config.vendorTimeoutMs + 5000,
    }),
    pace: createPace({ store, clock: systemClock, perSecond: essCallsPerSecond, patienceMs: 5000 }),
    createCaller: () => createCaller({ retries: 2, firstPauseMs: 150 }),
  }
  deps = {
    config,
    store,
    drivers: createDrivers(config, ports),
    vault,
    files: createFiles(),
    codes: createCodes(config.codeVersion),
    phoneNumber,
    qrImage,
    clock: systemClock,
    log,
    random: randomHex,
  }
  return deps
}
