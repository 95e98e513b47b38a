// Acts, shows what came of it in the same place, and leaves.
// XMLHttpRequest, not fetch: the page also runs in jsdom, which has no fetch.
;(() => {
  const LEAVES_AFTER_MS = 1000
  const $ = id => document.getElementById(id)
  const pageData = () => JSON.parse($('page-data').textContent)
  let paused = []
  let busy = false
  let left = false

  function act(button) {
    if (busy) return
    setBusy(true)
    say('hint', '')
    say('toast', '')
    const { action, key } = button.dataset
    call('POST', '/mini-program/act', JSON.stringify({ session: pageData().session, key, action }), done => {
      const answer = parse(done.responseText)
      if (done.status === 200 && answer.ok === true) refresh(button)
      else refused(`操作被拒绝：${answer.error ?? '无法识别的应答'}`)
    })
  }

  function call(method, url, body, onload) {
    const request = new XMLHttpRequest()
    request.open(method, url)
    if (body) request.setRequestHeader('Content-Type', 'application/json')
    request.onerror = () => refused('网络异常，请重试')
    request.onload = () => onload(request)
    request.send(body)
  }

  function refresh(button) {
    call('GET', location.href, undefined, done => {
      const fresh = new DOMParser().parseFromString(done.responseText, 'text/html')
      if (!fresh.getElementById('page-data')) return refused('操作已生效，但页面没有刷新，请返回后重新进入')
      replace(fresh)
      setBusy(false)
      focusAgain($(button.id))
      announce(button)
      leaveWhenDone()
    })
  }

  function replace(fresh) {
    const { scrollX, scrollY } = window
    const wasOpen = new Map(rows().map(row => [row.dataset.row, row.open]))
    document.title = fresh.title
    for (const id of ['page', 'bar']) $(id).replaceChildren(...fresh.getElementById(id).childNodes)
    for (const row of rows()) row.open = wasOpen.get(row.dataset.row) ?? row.open
    window.scrollTo(scrollX, scrollY)
  }

  /** The button itself, or what is next to it when it can no longer be tapped. */
  function focusAgain(button) {
    const near = button?.disabled ? button.closest('[data-row]')?.querySelector('summary') : button
    const target = near ?? $('return')
    target?.focus({ preventScroll: true })
  }

  const rows = () => [...document.querySelectorAll('[data-row]')]

  function announce(button) {
    // Nothing else on the page tells of it.
    if (button.dataset.action === 'failPerson') say('hint', '认证未通过，可以重新认证')
    else say('toast', `已操作：${button.textContent.replace('演示：', '')}`)
  }

  function leaveWhenDone() {
    const { done, jumpsBack, inMiniProgram } = pageData()
    if (!done || !jumpsBack || !inMiniProgram) return
    say('toast', '认证已完成，正在返回…')
    setTimeout(leave, LEAVES_AFTER_MS)
  }

  function leave() {
    if (left) return
    left = true
    window.parent.postMessage({ wxMiniProgram: 1, type: 'exit' }, '*')
  }

  function refused(text) {
    say('hint', text)
    setBusy(false)
  }

  function say(id, text) {
    $(id).textContent = text
  }

  function parse(text) {
    try {
      return JSON.parse(text) ?? {}
    } catch {
      return {}
    }
  }

  // Those that were disabled before stay so.
  function setBusy(now) {
    busy = now
    if (now) paused = [...document.querySelectorAll('[data-action]:not(:disabled)')]
    for (const button of paused) button.disabled = now
  }

  document.addEventListener('click', event => {
    const button = event.target.closest('button')
    if (button?.id === 'return') leave()
    else if (button?.dataset.action) act(button)
  })
})()
