// What all pages do: act, show a result, tell the host, wait for jumpTo.
// XMLHttpRequest, not fetch: the page also runs in jsdom, which has no fetch.
// `texts`: what each result says, and its event if it has one. `bodyOf`: what an action sends; nothing, to stay.
// `keyOf`: the key in `texts` of an answer; none when the page goes on.
window.pluginPage = ({ actPath, buttons, texts, bodyOf, keyOf, goOn }) => {
  const RETURN_AFTER_S = 3
  const data = JSON.parse(document.getElementById('page-data').textContent)
  const $ = id => document.getElementById(id)
  const toHost = message => {
    if (data.isPlugin) window.parent.postMessage({ wxPlugin: 1, ...message }, '*')
  }
  let shown
  let emitted = false

  function act(action) {
    const body = bodyOf(action)
    if (!body) return
    setBusy(true)
    const call = new XMLHttpRequest()
    call.open('POST', actPath)
    call.setRequestHeader('Content-Type', 'application/json')
    call.onerror = () => refused('网络异常，请重试')
    call.onload = () => {
      const answer = parse(call.responseText)
      if (call.status === 200 && answer.state) settled(keyOf(answer, action), answer)
      else refused(`提交被拒绝：${answer.error ?? '无法识别的应答'}`)
    }
    call.send(JSON.stringify({ session: data.session, action, ...body }))
  }

  function settled(key, answer) {
    if (key) {
      show(key)
      return
    }
    setBusy(false)
    $('hint').textContent = ''
    goOn(answer)
  }

  function parse(text) {
    try {
      return JSON.parse(text)
    } catch {
      return {}
    }
  }

  function refused(text) {
    $('hint').textContent = text
    setBusy(false)
  }

  function setBusy(busy) {
    for (const id of [...buttons, 'close']) if ($(id)) $(id).disabled = busy
  }

  function show(key) {
    shown = texts[key]
    $('form').hidden = true
    $('result').hidden = false
    $('result').dataset.outcome = shown.outcome
    $('result-icon').textContent = shown.icon
    $('result-title').textContent = shown.title
    $('result-detail').textContent = shown.detail
    if (shown.event && (data.isPlugin || $('return').href)) countDown(RETURN_AFTER_S)
  }

  function countDown(seconds) {
    if (emitted) return
    if (seconds === 0) {
      $('return').click()
      return
    }
    $('result-wait').textContent = `${seconds} 秒后自动返回`
    setTimeout(() => countDown(seconds - 1), 1000)
  }

  function leave() {
    if (!data.isPlugin) {
      if (!$('return').href) $('result-wait').textContent = '可以关闭本页了'
      return
    }
    if (!data.hasCb || !shown.event) {
      emitted = true
      toHost({ type: 'back' })
      return
    }
    $('result-wait').textContent = '已通知小程序，等待其跳转（jumpTo）'
    if (emitted) return
    emitted = true
    toHost({ type: 'emit', event: shown.event, args: [] })
  }

  function onJumpTo(url) {
    if (!emitted || !data.hasCb) return
    if (!url) toHost({ type: 'jump' })
    else if (/^(\/|plugin:\/\/)/.test(url)) toHost({ type: 'jump', url })
    else $('result-wait').textContent = 'jumpTo 的地址必须是绝对路径'
  }

  window.addEventListener('message', event => {
    // jsdom delivers messages without a source.
    if (event.source && event.source !== window.parent) return
    const message = event.data
    if (message?.wxPlugin !== 1 || message.type !== 'emit' || message.event !== 'jumpTo') return
    onJumpTo(Array.isArray(message.args) ? message.args[0] : undefined)
  })
  for (const id of buttons) $(id)?.addEventListener('click', () => act(id))
  $('close')?.addEventListener('click', () => {
    if (data.isPlugin) toHost({ type: 'back' })
    else $('hint').textContent = '可以关闭本页了'
  })
  $('return').addEventListener('click', leave)
  toHost({ type: 'ready' })
  if (data.done) show(data.done)
}

// The values of those inputs that were filled in; nothing, and a hint, when one that is needed is empty.
window.typedValues = (ids, mayBeEmpty, hint) => {
  const inputs = ids.map(id => document.getElementById(id)).filter(Boolean)
  const empty = inputs.find(input => input.dataset.needed && input.value.trim() === '')
  if (empty && !mayBeEmpty) {
    document.getElementById('hint').textContent = hint
    empty.focus()
    return undefined
  }
  const values = inputs.map(input => [input.id, input.value.trim()])
  return Object.fromEntries(values.filter(([, value]) => value !== ''))
}
