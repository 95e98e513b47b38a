window.pluginPage({
  actPath: '/plugin/act',
  buttons: ['pass', 'fail', 'review'],
  texts: {
    pass: {
      outcome: 'pass',
      icon: '✓',
      title: '认证成功',
      detail: '您已完成个人实名认证',
      event: 'authSuccessCb',
    },
    fail: {
      outcome: 'fail',
      icon: '×',
      title: '认证失败',
      detail: '信息核验未通过',
      event: 'authFailCb',
    },
    // No event is documented for a manual review: its person leaves by hand.
    review: {
      outcome: 'review',
      icon: '…',
      title: '已提交人工审核',
      detail: '审核结果将另行通知，您可以先离开',
    },
  },
  bodyOf(action) {
    const typed = window.typedValues(
      ['name', 'idNumber', 'bankNo', 'bankMobile'],
      action === 'fail',
      '请先填写姓名和证件号码',
    )
    return typed && { mode: document.querySelector('[name=mode]:checked').value, ...typed }
  },
  keyOf: (_answer, action) => action,
})
