import { followKeys } from './aria'
import type { Phone } from './context'
import { createFileStore } from './file-store'
import { createGesture } from './gesture'
import { followFinger } from './hover'
import { withLook } from './look'
import { createOverlays } from './overlays'
import { barOf } from './own-page'
import { createPrivacy } from './privacy'
import { mainPages } from './route'
import { type RunningApp, startApp } from './running'
import { createScreen } from './screen'
import { shareCard } from './share'
import { createRecorder } from './stats'
import { memoryStorage } from './storage'
import { onTheme } from './theme'
import type { AppPackage, BootOptions, LaunchOptions, Simulator } from './types'

/** Of WeChat's window on a PC for apps that are not resizable. */
const fixedWidth = 414

/** Draws a phone and starts the app on it. */
export function boot(packed: AppPackage, options: BootOptions = {}): Simulator {
  const app = withLook(packed, options)
  const recorder = createRecorder(options.echo)
  if (options.onEvent) recorder.subscribe(options.onEvent)
  const storage = options.storage ?? memoryStorage()
  const { platform = 'ios' } = options
  const look = { style: String(app.json.app?.style ?? ''), platform }
  const screen = createScreen(options.container ?? document.body, look, {
    back: () => back(),
    menu: () => void menu(),
    close: () => background(),
  })
  if (platform === 'windows' && app.json.app?.resizable !== true && screen.root.clientWidth > fixedWidth)
    recorder.warning(`without "resizable" in app.json WeChat keeps the window at ${fixedWidth} px`)
  const overlays = createOverlays(screen.overlays)
  const now = options.now ?? (() => Date.now())
  const gesture = createGesture()
  // Form submits, navigators and open-type buttons react to the click that follows a tap.
  screen.root.addEventListener('click', () => gesture.begin(), { capture: true })
  followFinger(screen.root)
  followKeys(screen.root)
  // What escapes the app's own handlers.
  const uncaught = (event: ErrorEvent) => {
    recorder.error('uncaught', event.error ?? event.message)
    event.preventDefault()
  }
  const unhandled = (event: PromiseRejectionEvent) => recorder.error('unhandled rejection', event.reason)
  window.addEventListener('error', uncaught)
  window.addEventListener('unhandledrejection', unhandled)
  const phone: Phone = {
    app,
    options,
    recorder,
    screen,
    overlays,
    gesture,
    storage,
    files: createFileStore(),
    clipboard: { text: '' },
    lastShare: null,
    now,
    privacy: createPrivacy({
      enabled: app.json.app?.__usePrivacyCheck__ === true && !options.privacyAgreed,
      appName: barOf(app, mainPages(app)[0] ?? '').title,
      storage,
      overlays,
      now,
      warn: text => recorder.warning(text),
    }),
  }
  const appStyle = document.createElement('style')
  appStyle.textContent = sharedStyles(app)
  document.head.append(appStyle)

  let running: RunningApp | null = startApp(phone, options.launch ?? {})
  const stopFollowing = onTheme(app, () => {
    const entries = running?.pages.entries ?? []
    for (const entry of entries.filter(({ kind }) => kind === 'page'))
      entry.bar = { ...barOf(app, entry.route), title: entry.bar.title }
    const top = running?.pages.top()
    if (top) screen.showBar(top.bar, entries.length > 1)
  })
  const alive = (): RunningApp => {
    if (!running) throw new Error('the app was killed; relaunch it')
    return running
  }

  function back(): void {
    const { pages } = alive()
    if (pages.entries.length > 1) pages.back(1)
    else background()
  }

  function background(): void {
    if (!running?.pages.isVisible()) return
    running.lifecycle.hide()
    const close = overlays.show(
      homeScreen(() => {
        close()
        running?.lifecycle.show()
      }),
    )
  }

  async function menu(): Promise<void> {
    const { pages } = alive()
    const top = pages.top()
    const sharing = typeof top?.instance?.onShareAppMessage === 'function'
    const items = [...(sharing ? ['发送给朋友'] : []), '重新进入小程序']
    const chosen = await overlays.actionSheet(items)
    if (chosen === null || !top) return
    if (items[chosen] === '发送给朋友') shareCard(alive(), top, { from: 'menu' })
    else relaunch({ path: mainPages(app)[0] })
  }

  function relaunch(given: Partial<LaunchOptions>): void {
    overlays.clear()
    if (running) running.reenter(given)
    else running = startApp(phone, given)
  }

  return {
    stats: recorder.stats,
    onStats: recorder.subscribe,
    pages: () =>
      alive().pages.entries.map(({ kind, route, query, openMs }) => ({ kind, route, query, openMs })),
    topElement: () => alive().pages.top()?.element ?? screen.pages,
    topPage: () => alive().pages.top()?.instance ?? {},
    overlays: () => screen.overlays,
    getApp: () => alive().app,
    get wx() {
      return alive().registry.wx
    },
    back,
    hide: () => alive().lifecycle.hide(),
    show: given => alive().lifecycle.show(given),
    relaunch,
    kill() {
      running?.kill()
      running = null
    },
    pullDownRefresh() {
      const { pages, callPage } = alive()
      const top = pages.top()
      if (!top) return
      top.element.setAttribute('data-refreshing', '')
      callPage(top, 'onPullDownRefresh')
    },
    album: () => phone.files.album,
    clipboard: {
      read: () => phone.clipboard.text,
      write(text) {
        phone.clipboard.text = text
      },
    },
    lastShare: () => phone.lastShare,
    destroy() {
      running?.kill()
      running = null
      stopFollowing()
      window.removeEventListener('error', uncaught)
      window.removeEventListener('unhandledrejection', unhandled)
      appStyle.remove()
      screen.remove()
    },
  }
}

/** app.wxss and the wxss of components; a page's own stands inside the page. */
function sharedStyles(app: AppPackage): string {
  const names = Object.keys(app.styles).filter(name => app.json[name]?.component === true)
  return ['app', ...names].map(name => app.styles[name] ?? '').join('\n')
}

function homeScreen(open: () => void): HTMLElement {
  const button = document.createElement('button')
  button.className = 'sim-reopen'
  button.textContent = '回到小程序'
  button.addEventListener('click', open)
  const cover = document.createElement('div')
  cover.className = 'sim-cover sim-home'
  cover.append('小程序已在后台', button)
  return cover
}
