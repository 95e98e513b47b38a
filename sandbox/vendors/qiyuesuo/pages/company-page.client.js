;(() => {
  const FIELDS = ['corpName', 'registerNo', 'legalPerson']
  const showStep = step => {
    for (const id of ['basic', 'letter']) document.getElementById(id).hidden = id !== step
    for (const item of document.querySelectorAll('[data-step]')) {
      if (item.dataset.step === step) item.setAttribute('aria-current', 'step')
      else item.removeAttribute('aria-current')
    }
  }
  const failed = (title, detail) => ({ outcome: 'fail', icon: '×', title, detail, event: 'authFailCb' })
  // No event is documented for a review: the applicant leaves by hand.
  const reviewing = {
    outcome: 'review',
    icon: '…',
    title: '已提交审核',
    detail: '审核结果将另行通知，您可以先离开',
  }

  window.pluginPage({
    actPath: '/plugin/enterprise-auth/act',
    buttons: ['basic-pass', 'basic-fail', 'letter-pass', 'letter-fail', 'pass', 'fail', 'review'],
    texts: {
      passed: {
        outcome: 'pass',
        icon: '✓',
        title: '企业认证成功',
        detail: '申请人已成为企业的系统管理员',
        event: 'authSuccessCb',
      },
      basicFailed: failed('企业认证失败', '企业基本信息核验不一致'),
      letterFailed: failed('授权书审核未通过', '授权书未加盖公章或内容不清晰'),
      basicReviewing: reviewing,
      letterReviewing: reviewing,
      expired: { outcome: 'fail', icon: '×', title: '认证已过期', detail: '请返回后重新发起企业认证' },
    },
    bodyOf(action) {
      if (document.getElementById('basic').hidden) return {}
      return window.typedValues(FIELDS, action === 'fail' || action === 'basic-fail', '请先填写企业信息')
    },
    keyOf: ({ state }) => (state === 'basicPassed' ? undefined : state),
    goOn: () => showStep('letter'),
  })
})()
