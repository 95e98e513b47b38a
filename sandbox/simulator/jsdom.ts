import vm from 'node:vm'
import { type DOMWindow, JSDOM, VirtualConsole } from 'jsdom'
import { simulatorScript } from './bundle'
import { createDriver, type Driver } from './jsdom-driver'
import { packWeapp } from './pack'
import { phoneStyles } from './phone'
import type { AppPackage, BootOptions, Simulator } from './runtime/types'

export interface OpenApp extends Driver {
  sim: Simulator
  window: DOMWindow
  /** Errors of the app, those it logged included, and of jsdom, as texts. Healthy apps have none. */
  errors(): string[]
  close(): void
}

interface SimulatorWindow {
  __wxboot(app: AppPackage, options: BootOptions): Simulator
  __WXAPP__: AppPackage
}

const packs = new Map<string, vm.Script>()
let runtime: vm.Script | null = null

/**
 * Boots a compiled mini-program in jsdom. Throws on template problems. A folder is packed once per process.
 * Options that are functions run in the caller's realm.
 */
export async function openInJsdom(dist: string, options: BootOptions = {}): Promise<OpenApp> {
  runtime ??= new vm.Script(await simulatorScript(), { filename: 'simulator.js' })
  const failures: string[] = []
  const virtualConsole = new VirtualConsole()
  virtualConsole.on('jsdomError', error => {
    if (!/Could not parse CSS|Not implemented/.test(error.message))
      failures.push(error.stack ?? error.message)
  })
  const dom = new JSDOM('<!doctype html><html><head></head><body></body></html>', {
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    url: 'http://127.0.0.1/',
    virtualConsole,
  })
  const { window } = dom
  const base = window.document.createElement('style')
  base.textContent = await phoneStyles()
  window.document.head.append(base)
  // jsdom knows no media queries; the one glass-easel asks for is the dark theme.
  window.matchMedia ??= query =>
    Object.assign(new window.EventTarget(), {
      matches: false,
      media: query,
      onchange: null,
      addListener() {},
      removeListener() {},
    })
  const context = dom.getInternalVMContext()
  runtime.runInContext(context)
  packedScript(dist).runInContext(context)
  const realm: typeof window & Partial<SimulatorWindow> = window
  if (!realm.__wxboot || !realm.__WXAPP__) throw new Error('the simulator did not load')
  const sim = realm.__wxboot(realm.__WXAPP__, options)
  return {
    sim,
    window,
    ...createDriver(window, sim),
    errors: () => [
      ...sim.stats.errors.map(each => `${each.where}: ${each.message}`),
      // Taro catches what a render throws, the page stays as it was, and React's console.error is all there is.
      ...sim.stats.console.filter(each => each.level === 'error').map(each => `console: ${each.text}`),
      ...failures,
    ],
    close() {
      sim.destroy()
      window.close()
    },
  }
}

function packedScript(dist: string): vm.Script {
  const known = packs.get(dist)
  if (known) return known
  const { code, problems } = packWeapp(dist)
  if (problems.length > 0) throw new Error(`${dist} cannot be run:\n${problems.join('\n')}`)
  const script = new vm.Script(code, { filename: 'app.js' })
  packs.set(dist, script)
  return script
}
