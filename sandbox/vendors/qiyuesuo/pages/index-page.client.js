;(() => {
  function decide(button) {
    const call = new XMLHttpRequest()
    call.open('POST', '/__sandbox/review')
    call.setRequestHeader('Content-Type', 'application/json')
    call.onload = () => {
      if (call.status === 200) location.reload()
      else document.getElementById('hint').textContent = '审核未被接受，请刷新后重试'
    }
    const { authId, requestId } = button.closest('.attempt').dataset
    call.send(JSON.stringify({ authId, requestId, outcome: button.dataset.decision }))
  }
  for (const button of document.querySelectorAll('[data-decision]')) {
    button.addEventListener('click', () => {
      button.disabled = true
      decide(button)
    })
  }
})()
