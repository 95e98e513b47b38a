const log = getApp().log

Page({
  data: { name: '', banks: ['工商银行', '招商银行'], bank: 0, day: '2020-01-01' },
  onInput(event) {
    log.push(['input', event.detail.value])
  },
  onCheck(event) {
    log.push(['check', event.detail.value])
  },
  onBank(event) {
    this.setData({ bank: event.detail.value })
  },
  onDay(event) {
    this.setData({ day: event.detail.value })
  },
  onSubmit(event) {
    log.push(['submit', event.detail.value])
  },
  onScroll(event) {
    log.push(['scroll', event.detail.scrollTop])
  },
  onTile() {
    log.push(['tile'])
  },
  onReset() {
    log.push(['reset'])
  },
})
