;(() => {
  const part = value => encodeURIComponent(value ?? '')
  let entered = false

  window.addEventListener('message', event => {
    // jsdom delivers messages without a source.
    if (event.source && event.source !== window.parent) return
    const message = event.data
    if (message?.wxMiniProgram !== 1 || message.type !== 'enter' || entered) return
    entered = true
    const { path, appId, envVersion } = message
    location.replace(
      `/mini-program/show?path=${part(path)}&appId=${part(appId)}&envVersion=${part(envVersion)}`,
    )
  })
  if (window.parent === window) document.getElementById('opening').textContent = '这一页只在手机模拟器里使用'
  else window.parent.postMessage({ wxMiniProgram: 1, type: 'ready' }, '*')
})()
