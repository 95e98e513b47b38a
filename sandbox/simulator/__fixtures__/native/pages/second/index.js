const log = getApp().log

Page({
  onLoad(query) {
    log.push(['second.onLoad', query])
    const channel = this.getOpenerEventChannel()
    channel.on('fromOpener', text => {
      log.push(['heard', text])
      channel.emit('fromOpened', `${text}!`)
    })
  },
  onShow() {
    log.push(['second.onShow'])
  },
  onReady() {
    log.push(['second.onReady'])
  },
  onHide() {
    log.push(['second.onHide'])
  },
  onPageScroll({ scrollTop }) {
    log.push(['second.onPageScroll', scrollTop])
  },
  onUnload() {
    log.push(['second.onUnload'])
  },
})
