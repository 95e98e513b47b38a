window.pluginPage({
  actPath: '/plugin/doc/act',
  buttons: ['sign', 'refuse'],
  texts: {
    signed: {
      outcome: 'pass',
      icon: '✓',
      title: '签署成功',
      detail: '您已完成本合同的签署',
      event: 'signSuccessCb',
    },
    // No event is documented for either of these.
    refused: { outcome: 'fail', icon: '×', title: '已拒签', detail: '您已拒绝签署本合同' },
    ended: { outcome: 'fail', icon: '×', title: '合同已拒签', detail: '其他签署方已拒签，合同已终止' },
  },
  bodyOf: () => ({}),
  keyOf: ({ signer }) => signer,
})
