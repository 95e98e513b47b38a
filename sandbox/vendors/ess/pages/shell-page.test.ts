import { JSDOM } from 'jsdom'
import { miniProgramShell } from '.'

/** jsdom cannot navigate, so the script gets a `location` of ours. */
function openShell({ framed = true } = {}) {
  const sent: unknown[] = []
  const went: string[] = []
  const { window } = new JSDOM(miniProgramShell().markup, { runScripts: 'outside-only' })
  if (framed)
    Object.defineProperty(window, 'parent', {
      value: { postMessage: (message: unknown) => sent.push(message) },
    })
  const script = window.document.querySelector('script')?.textContent ?? ''
  Object.assign(window, { ours: { replace: (address: string) => went.push(address) } })
  window.eval(`(location => {${script}\n})(ours)`)
  const say = (data: unknown) => window.dispatchEvent(new window.MessageEvent('message', { data }))
  return {
    sent,
    went,
    say,
    enter: (more: object) =>
      say({
        wxMiniProgram: 1,
        type: 'enter',
        appId: 'wx371151823f6f3edf',
        envVersion: 'release',
        extraData: {},
        embedded: true,
        ...more,
      }),
    text: () => window.document.getElementById('opening')?.textContent,
  }
}

test('says that it is ready and waits', () => {
  const shell = openShell()
  expect(shell.sent).toEqual([{ wxMiniProgram: 1, type: 'ready' }])
  expect(shell.went).toEqual([])
})

test.each([
  [
    'pages/guide/index?to=AUTHORIZATION_ENTERPRISE_FOR_BATCH_SUBMIT&shortKey=abc',
    'pages%2Fguide%2Findex%3Fto%3DAUTHORIZATION_ENTERPRISE_FOR_BATCH_SUBMIT%26shortKey%3Dabc',
  ],
  [
    '/pages/guide/index?urlAuthToken=t&orgName=示例',
    '%2Fpages%2Fguide%2Findex%3FurlAuthToken%3Dt%26orgName%3D%E7%A4%BA%E4%BE%8B',
  ],
  ['pages/a?x=100%25+1#y', 'pages%2Fa%3Fx%3D100%2525%2B1%23y'],
])('goes to %s unchanged', (path, encoded) => {
  const shell = openShell()
  shell.enter({ path })
  const address = `/mini-program/show?path=${encoded}&appId=wx371151823f6f3edf&envVersion=release`
  expect(shell.went).toEqual([address])
  expect(new URL(address, 'http://sandbox').searchParams.get('path')).toBe(path)
})

test('leaves empty what it was not told', () => {
  const shell = openShell()
  shell.enter({ path: undefined, envVersion: undefined })
  expect(shell.went).toEqual(['/mini-program/show?path=&appId=wx371151823f6f3edf&envVersion='])
})

test('goes once', () => {
  const shell = openShell()
  shell.enter({ path: 'a' })
  shell.enter({ path: 'b' })
  expect(shell.went).toEqual(['/mini-program/show?path=a&appId=wx371151823f6f3edf&envVersion=release'])
})

test.each([null, 'enter', { type: 'enter', path: 'a' }, { wxMiniProgram: 1, type: 'exit' }])(
  'does not listen to %j',
  message => {
    const shell = openShell()
    shell.say(message)
    expect(shell.went).toEqual([])
  },
)

test('opened outside the phone it says so', () => {
  const shell = openShell({ framed: false })
  expect(shell.text()).toBe('这一页只在手机模拟器里使用')
})
