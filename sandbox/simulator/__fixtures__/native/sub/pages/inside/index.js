const helper = require('../../helper')

Page({
  onLoad() {
    getApp().log.push(['inside.onLoad', helper.word])
  },
})
