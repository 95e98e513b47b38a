import type { VendorId } from './domain/words'
import { createBudget } from './platform/budget'
import { systemClock } from './platform/clock'
import { createCodes } from './platform/cloudCodes'
import { createFiles } from './platform/cloudFiles'
import { createSendMessage } from './platform/cloudMessages'
import { createPace } from './platform/cloudPace'
import { phoneNumber } from './platform/cloudPhone'
import { createStore } from './platform/cloudStore'
import { createSharedToken } from './platform/cloudToken'
import { createTroubleBook } from './platform/cloudTroubleBook'
import { readConfig, settingNames } from './platform/config'
import { createVault, randomHex } from './platform/crypto'
import { createDownload, createHttp } from './platform/http'
import { createLog } from './platform/log'
import { createMeter, metered } from './platform/meter'
import { createOutbound } from './platform/outbound'
import { createPatience } from './platform/patience'
import { createProbe } from './platform/probe'
import { qrImage } from './platform/qr'
import { release } from './platform/release'
import { settingsPrint } from './platform/settingsPrint'
import { isProduction } from './platform/weakSettings'
import { follows } from './usecases/follows'
import type { Deps } from './usecases/kit/deps'
import { createTally } from './usecases/kit/tally'
import { createCaller } from './vendors/call'
import { configureVendors, isVendorSetting, vendorNames } from './vendors/registry'
import { watched } from './vendors/watched'

let deps: Deps | null = null

/** ms one run of a function may wait for vendors, receivers and WeChat in all. docs/operations.md */
const runBudgetMs = 12_000
/** ms one call of WeChat may take. */
const wechatTimeoutMs = 5000
/** ms one file of cloud storage may take. */
const downloadTimeoutMs = 8000
const budget = createBudget()

/** What every entry does is done in here. */
export const inOneRun = <T>(work: () => T): T => budget.run(runBudgetMs, work)

/** Standard Webhooks names 15 to 30 s; a run that serves many cannot wait so long for one. */
const webhookTimeoutMs = 10_000
const probeTimeoutMs = 3000

/** Puts the pieces together, once an instance. Throws ConfigError, at every call until the settings are right. */
export function dependencies(): Deps {
  if (deps) return deps
  const vendors = configureVendors(process.env)
  const config = readConfig(process.env, vendors.problems)
  const log = createLog()
  log.info('started', { release })
  if (process.env.REQUIRE_ATTEMPT_PROOF)
    log.warn('config.renamed', { setting: 'REQUIRE_ATTEMPT_PROOF', now: 'PROOF' })
  const http = createHttp({
    timeoutMs: config.vendorTimeoutMs,
    connectTimeoutMs: Math.min(3000, config.vendorTimeoutMs),
    publicOnly: isProduction(process.env),
    budget,
  })
  const meter = createMeter()
  const store = metered(createStore(log), meter)
  const vault = createVault(config.keys)
  const patiently = createPatience(budget, wechatTimeoutMs)
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
    createPace: (perSecond: number) => createPace({ store, clock: systemClock, perSecond, patienceMs: 5000 }),
    createCaller: (vendor: VendorId) =>
      watched(
        createCaller({ retries: 2, firstPauseMs: 150, book: createTroubleBook(store, vendor) }),
        vendor,
        meter,
        systemClock,
      ),
  }
  deps = {
    config,
    store,
    drivers: vendors.create(ports),
    vendorNames,
    vault,
    files: createFiles(createDownload({ timeoutMs: downloadTimeoutMs, connectTimeoutMs: 3000, budget })),
    codes: createCodes(config.codeVersion, patiently),
    sendMessage: createSendMessage(config.codeVersion, patiently),
    phoneNumber: (code, openid) => patiently(() => phoneNumber(code, openid)),
    qrImage,
    outbound: createOutbound({
      timeoutMs: webhookTimeoutMs,
      allowLoopback: config.webhookLoopback,
      budget,
    }),
    hasTime: budget.hasTime,
    tally: createTally(),
    instance: {
      release,
      meter,
      nextRun: { wanted: false },
      messages: { left: false, lookedAt: 0 },
      bases: vendors.bases,
      settings: settingsPrint(
        process.env,
        name => settingNames.includes(name) || isVendorSetting(name),
        vault,
      ),
    },
    probe: createProbe(probeTimeoutMs),
    clock: systemClock,
    log,
    random: randomHex,
    follows,
  }
  return deps
}
