const log = getApp().log
const record = name => result => log.push([name, result])

Page({
  data: { greeting: '你好', name: '张三', phone: '' },
  onLoad(query) {
    log.push(['home.onLoad', query])
  },
  onShow() {
    log.push(['home.onShow'])
  },
  onReady() {
    log.push(['home.onReady'])
  },
  onHide() {
    log.push(['home.onHide'])
  },
  onUnload() {
    log.push(['home.onUnload'])
  },
  onNavigate() {
    wx.navigateTo({
      url: '/pages/second/index?a=%E4%B8%AD',
      success: record('navigated'),
      fail: record('navigate failed'),
    })
  },
  onJump() {
    wx.navigateToMiniProgram({
      appId: 'wxOther',
      path: 'pages/sign?id=1',
      extraData: { flow: 'f1' },
      envVersion: 'trial',
      success: record('jumped'),
      fail: record('jump failed'),
    })
  },
  async onJumpLate() {
    await wx.cloud.callFunction({ name: 'api', data: {} })
    this.onJump()
  },
  onEmbedded() {
    wx.openEmbeddedMiniProgram({
      appId: 'wxEmbedded',
      path: 'p',
      success: record('jumped'),
      fail: record('jump failed'),
    })
  },
  onCopy() {
    wx.setClipboardData({ data: '12345', success: record('copied'), fail: record('copy failed') })
  },
  onPhone(event) {
    log.push(['phone', event.detail])
    this.setData({ phone: event.detail.code || event.detail.errMsg })
  },
  onAgree() {
    log.push(['agreed'])
  },
  onPicked(event) {
    log.push(['picked', event.detail])
  },
  onBroken() {
    throw new Error('坏了')
  },
  onShareAppMessage(event) {
    return {
      title: `来自${event.from}`,
      path: `/pages/second/index?${event.target ? event.target.dataset.from : ''}`,
    }
  },
})
