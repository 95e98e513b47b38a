import { TaroText } from '@tarojs/runtime'
import { options } from 'preact'
import { flushSync, render } from 'preact/compat'

// What a page asks when it opens is asked as soon as it is drawn. Preact waits for the next picture, up to 35 ms, which
// is nothing that a mini-program's logic could see.
options.requestAnimationFrame = callback => setTimeout(callback)

// Preact writes a text that is 0 or empty anew with every rendering; to Taro each writing is one to send to the view.
Object.defineProperty(TaroText.prototype, 'data', {
  get(this: TaroText) {
    return this.nodeValue
  },
  set(this: TaroText, text: string) {
    if (text !== this.nodeValue) this.nodeValue = text
  },
})

/**
 * What Taro takes from `react-dom` (config/index.ts puts this in its place). What an event changes is drawn before the
 * next event is looked at, as React does it: two fields filled in at once would otherwise each start from the form as it
 * was before both.
 */
export default { render, unstable_batchedUpdates: flushSync }
