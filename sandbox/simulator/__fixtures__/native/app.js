// What tests cannot reach from outside is put on `log`, in order.
App({
  log: [],
  onLaunch(options) {
    this.log.push(['App.onLaunch', options])
  },
  onShow(options) {
    this.log.push(['App.onShow', options])
  },
  onHide() {
    this.log.push(['App.onHide'])
  },
  onError(text) {
    this.log.push(['App.onError', text.split('\n')[0]])
  },
  onPageNotFound(event) {
    this.log.push(['App.onPageNotFound', event.path])
    wx.redirectTo({ url: '/pages/home/index' })
  },
})
