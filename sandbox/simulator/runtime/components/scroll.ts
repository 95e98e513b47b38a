import type { Builtin } from '../engine'
import { paced, scrollPace } from '../pace'

interface ScrollData {
  scrollX: boolean
  scrollY: boolean
  scrollTop: unknown
  scrollLeft: unknown
  scrollIntoView: string
  scrollWithAnimation: boolean
  upperThreshold: number
  lowerThreshold: number
  refresherEnabled: boolean
  refresherTriggered: boolean
}

export const scrollView: Builtin<ScrollData> = {
  defaults: {
    scrollX: false,
    scrollY: false,
    scrollTop: null,
    scrollLeft: null,
    scrollIntoView: '',
    scrollWithAnimation: false,
    upperThreshold: 50,
    lowerThreshold: 50,
    refresherEnabled: false,
    refresherTriggered: false,
  },
  attached(host) {
    const { element } = host
    let edge = 'upper'
    let [top, left] = [0, 0]
    const tell = () => {
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = element
      const [deltaX, deltaY] = [left - scrollLeft, top - scrollTop]
      ;[top, left] = [scrollTop, scrollLeft]
      host.emit('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX, deltaY })
      const rest = scrollHeight - clientHeight - scrollTop
      const now =
        rest <= host.data.lowerThreshold ? 'lower' : scrollTop <= host.data.upperThreshold ? 'upper' : ''
      if (now && now !== edge) host.emit(`scrollto${now}`, { direction: now === 'lower' ? 'bottom' : 'top' })
      edge = now
    }
    element.addEventListener('scroll', paced(tell, scrollPace))
  },
  update({ element, data }) {
    element.toggleAttribute('scroll-x', data.scrollX)
    element.toggleAttribute('scroll-y', data.scrollY)
    once(element, 'scrollTop', data.scrollTop)
    once(element, 'scrollLeft', data.scrollLeft)
    if (data.scrollIntoView && element.dataset.into !== data.scrollIntoView) {
      element.dataset.into = data.scrollIntoView
      element.querySelector(`#${data.scrollIntoView}`)?.scrollIntoView?.()
    }
  },
}

/** Only a changed property moves the content, not every update. */
function once(element: HTMLElement, axis: 'scrollTop' | 'scrollLeft', value: unknown): void {
  const number = Number.parseFloat(String(value))
  if (Number.isNaN(number) || element.dataset[axis] === String(number)) return
  element.dataset[axis] = String(number)
  element[axis] = number
}

interface SwiperData {
  current: number
  autoplay: boolean
  interval: number
  circular: boolean
  vertical: boolean
  indicatorDots: boolean
}

export const swiper: Builtin<SwiperData> = {
  defaults: {
    current: 0,
    autoplay: false,
    interval: 5000,
    circular: false,
    vertical: false,
    indicatorDots: false,
  },
  attached({ element, emit }) {
    element.dataset.current = '0'
    element.addEventListener('scroll', () => {
      const index = Math.round(element.scrollLeft / (element.clientWidth || 1))
      if (String(index) === element.dataset.current) return
      element.dataset.current = String(index)
      emit('change', { current: index, source: 'touch' })
    })
  },
  update({ element, data }) {
    if (element.dataset.given === String(data.current)) return
    element.dataset.given = String(data.current)
    element.dataset.current = String(data.current)
    element.scrollLeft = data.current * element.clientWidth
  },
}
