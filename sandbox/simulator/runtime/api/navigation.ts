import type { ApiModule } from '../context'
import { ApiFailure, text } from '../registry'

export const navigationApi: ApiModule = ({ phone, registry, pages, navigator, callPage }) => {
  registry.api('navigateTo', options => navigator.navigateTo(text(options.url), options.events))
  registry.api('redirectTo', options => navigator.redirectTo(text(options.url)))
  registry.api('reLaunch', options => navigator.reLaunch(text(options.url)))
  registry.api('navigateBack', options => navigator.navigateBack(Number(options.delta ?? 1)))
  registry.api('switchTab', () => {
    throw new ApiFailure('can not switch to no-tabBar page')
  })
  registry.api('setNavigationBarTitle', options => {
    const top = pages.top()
    if (!top) return
    top.bar = { ...top.bar, title: text(options.title) }
    phone.screen.showBar(top.bar, pages.entries.length > 1)
  })
  registry.api('setNavigationBarColor', options => {
    const top = pages.top()
    if (!top) return
    top.bar = {
      ...top.bar,
      background: text(options.backgroundColor, top.bar.background),
      textStyle: options.frontColor === '#000000' ? 'black' : 'white',
    }
    phone.screen.showBar(top.bar, pages.entries.length > 1)
  })
  registry.api('showNavigationBarLoading', () => phone.screen.loadingBar(true))
  registry.api('hideNavigationBarLoading', () => phone.screen.loadingBar(false))
  registry.api('hideHomeButton', () => undefined)
  registry.api('pageScrollTo', options => {
    const element = pages.top()?.element
    if (!element) return
    const target = options.selector ? element.querySelector(text(options.selector)) : null
    // A place that is not there moves nothing.
    if (options.selector && !target) return
    const base = target ? target.getBoundingClientRect().top - element.getBoundingClientRect().top : 0
    element.scrollTop = target
      ? element.scrollTop + base + Number(options.offsetTop ?? 0)
      : Number(options.scrollTop ?? 0)
  })
  registry.api('startPullDownRefresh', () => {
    const top = pages.top()
    if (top) callPage(top, 'onPullDownRefresh')
  })
  registry.api('stopPullDownRefresh', () => {
    pages.top()?.element.removeAttribute('data-refreshing')
  })
}
