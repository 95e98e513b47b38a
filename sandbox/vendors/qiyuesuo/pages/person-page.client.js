// XMLHttpRequest, not fetch: the page also runs in jsdom, which has no fetch.
;(() => {
  const RETURN_AFTER_S = 3
  const TEXTS = {
    pass: { icon: '✓', title: '认证成功', detail: '您已完成个人实名认证', event: 'authSuccessCb' },
    fail: { icon: '×', title: '认证失败', detail: '信息核验未通过', event: 'authFailCb' },
    // No event is documented for a manual review: its person leaves by hand.
    review: { icon: '…', title: '已提交人工审核', detail: '审核结果将另行通知，您可以先离开' },
  }
  const data = JSON.parse(document.getElementById('page-data').textContent)
  const $ = id => document.getElementById(id)
  const toHost = message => {
    if (data.isPlugin) window.parent.postMessage({ wxPlugin: 1, ...message }, '*')
  }
  let shown
  let emitted = false

  function act(action) {
    const inputs = ['name', 'idNumber'].map($).filter(Boolean)
    const empty = inputs.find(input => input.dataset.needed && input.value.trim() === '')
    if (empty && action !== 'fail') {
      $('hint').textContent = '请先填写姓名和证件号码'
      empty.focus()
      return
    }
    const body = { session: data.session, action, mode: document.querySelector('[name=mode]:checked').value }
    for (const input of inputs) if (input.value.trim() !== '') body[input.id] = input.value.trim()
    setBusy(true)
    const call = new XMLHttpRequest()
    call.open('POST', '/plugin/act')
    call.setRequestHeader('Content-Type', 'application/json')
    call.onerror = () => refused('网络异常，请重试')
    call.onload = () => {
      const answer = parse(call.responseText)
      if (call.status === 200 && answer.state) show(action)
      else refused(`提交被拒绝：${answer.error ?? '无法识别的应答'}`)
    }
    call.send(JSON.stringify(body))
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
    for (const id of ['pass', 'fail', 'review', 'close']) $(id).disabled = busy
  }

  function show(outcome) {
    shown = TEXTS[outcome]
    $('form').hidden = true
    $('result').hidden = false
    $('result').dataset.outcome = outcome
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
  for (const id of ['pass', 'fail', 'review']) $(id).addEventListener('click', () => act(id))
  $('close').addEventListener('click', () => {
    if (data.isPlugin) toHost({ type: 'back' })
    else $('hint').textContent = '可以关闭本页了'
  })
  $('return').addEventListener('click', leave)
  toHost({ type: 'ready' })
  if (data.done) show(data.done)
})()
