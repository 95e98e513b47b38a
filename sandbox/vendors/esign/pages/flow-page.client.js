// What a flow's page does: hand what was tapped to the server, show what it answers, leave.
// XMLHttpRequest, not fetch: the page also runs in jsdom, which has no fetch.
;(() => {
  const $ = id => document.getElementById(id)
  const data = JSON.parse($('page-data').textContent)
  const isMiniProgram = data.entrance === 'mini-program'
  const toHost = message => {
    if (isMiniProgram) window.parent.postMessage({ wxMiniProgram: 1, ...message }, '*')
  }
  let { session } = data
  let entered = false
  let callbackObj
  let countdown

  function post(path, body, onAnswer) {
    const call = new XMLHttpRequest()
    call.open('POST', path)
    call.setRequestHeader('Content-Type', 'application/json')
    call.onerror = () => hint('网络异常，请重试')
    call.onload = () => {
      const answer = parse(call.responseText)
      if (call.status === 200 && answer.view) onAnswer(answer)
      else hint(`提交被拒绝：${answer.error ?? '无法识别的应答'}`)
    }
    setBusy(true)
    call.send(JSON.stringify(body))
  }

  function parse(text) {
    try {
      return JSON.parse(text)
    } catch {
      return {}
    }
  }

  function hint(text) {
    $('hint').textContent = text
    setBusy(false)
  }

  function setBusy(busy) {
    for (const button of document.querySelectorAll('button:not([data-closed])')) button.disabled = busy
  }

  function show({ view }) {
    $('view').innerHTML = view
    $('hint').textContent = ''
    window.scrollTo?.(0, 0)
    settle()
  }

  // A result page may be left by itself.
  function settle() {
    for (const button of document.querySelectorAll('button[disabled]')) button.dataset.closed = 'true'
    clearTimeout(countdown)
    const after = $('result')?.dataset.after
    if (after !== undefined) tick(Number(after))
  }

  function tick(seconds) {
    if (seconds === 0) {
      $('return')?.click()
      return
    }
    $('result-wait').textContent = `${seconds} 秒后自动返回`
    countdown = setTimeout(() => tick(seconds - 1), 1000)
  }

  function act({ action, way }) {
    const inputs = [...document.querySelectorAll('#view input')]
    const empty = inputs.find(input => input.dataset.needed && input.value.trim() === '')
    if (action === 'submit' && empty) {
      hint('请先填写完整')
      empty.focus()
      return
    }
    const filled = inputs
      .filter(input => input.value.trim() !== '')
      .map(input => [input.id, input.value.trim()])
    const { amount, ...values } = Object.fromEntries(filled)
    const reason = $('reason')?.value || undefined
    post('/page/act', { session, action, way, amount, reason, values }, show)
  }

  function leave() {
    const { outcome } = $('result').dataset
    clearTimeout(countdown)
    toHost({
      type: 'exit',
      extraData: { isSuccess: outcome === 'pass', msg: outcome === 'pass' ? 'success' : 'fail', callbackObj },
    })
  }

  function walkAway() {
    if (isMiniProgram) toHost({ type: 'exit' })
    else hint('可以关闭本页了')
  }

  document.addEventListener('click', event => {
    const button = event.target.closest('button')
    if (!button) return
    if (button.dataset.action) act(button.dataset)
    else if (button.id === 'return') leave()
    else if (button.id === 'retry') post('/page/view', { session }, show)
    else if (button.id === 'close') walkAway()
  })

  window.addEventListener('message', event => {
    // jsdom delivers messages without a source.
    if (event.source && event.source !== window.parent) return
    const message = event.data
    if (!isMiniProgram || entered || message?.wxMiniProgram !== 1 || message.type !== 'enter') return
    entered = true
    const { appId, path, extraData, envVersion } = message
    callbackObj = extraData?.callbackObj
    post('/mini-program/enter', { appId, path, extraData, envVersion }, answer => {
      session = answer.session
      show(answer)
    })
  })

  settle()
  toHost({ type: 'ready' })
})()
