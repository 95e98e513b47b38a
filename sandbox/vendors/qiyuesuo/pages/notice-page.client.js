;(() => {
  const toHost = message => window.parent.postMessage({ wxPlugin: 1, ...message }, '*')
  document.getElementById('return').addEventListener('click', () => toHost({ type: 'back' }))
  toHost({ type: 'ready' })
})()
