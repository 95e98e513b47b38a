const store = new Map<string, unknown>()
let full = false
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getAppBaseInfo: () => ({ language: 'en' }),
    getStorageSync: (key: string) => store.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => {
      if (full) throw new Error('exceed max size')
      store.set(key, value)
    },
  },
}))

/** A fresh start of the app on the same phone. */
function start(): typeof import('./language') {
  let loaded: typeof import('./language') | undefined
  jest.isolateModules(() => {
    loaded = require('./language')
  })
  if (!loaded) throw new Error('not loaded')
  return loaded
}

beforeEach(() => {
  store.clear()
  full = false
})

test('follows WeChat until somebody chooses; the choice holds at once and after a restart', () => {
  const app = start()
  expect([app.languageChoice(), app.language()]).toEqual(['wechat', 'en'])
  app.chooseLanguage('zh')
  expect([app.languageChoice(), app.language(), start().language()]).toEqual(['zh', 'zh', 'zh'])
  app.chooseLanguage('wechat')
  expect([app.language(), start().language()]).toEqual(['en', 'en'])
})

test('what is no language in the store is none', () => {
  store.set('language', 'xx')
  expect(start().languageChoice()).toBe('wechat')
})

test('on a full phone the choice holds until the app is closed', () => {
  full = true
  const app = start()
  app.chooseLanguage('zh')
  expect([app.language(), start().language()]).toEqual(['zh', 'en'])
})
