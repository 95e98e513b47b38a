import { rowSaid, saysNoFlows, saysVerified } from './texts'

test.each([
  '认证失败，错误信息:此企业已经完成认证，请联系此企业的超级管理员（典*谦）加入该企业',
  '认证失败，错误信息：此企业已经完成认证，请联系此企业的超级管理员(典*谦)加入该企业。',
  '此企业已经完成认证，请联系此企业的超级管理员（典*谦）加入该企业',
  '此企业已经完成认证',
  ' 此企业已经完成认证。 ',
])('%s: verified before', text => {
  expect(saysVerified(text)).toBe(true)
})

test.each([
  '',
  '该手机号已认证为其他企业的超级管理员',
  '该企业已认证失败次数过多，请明天再试',
  '此企业已经完成认证失败次数过多',
  '此企业已经完成认证资料提交，请等待审核',
  '此企业已经完成认证的授权书已过期',
  '如此企业已经完成认证，请先解绑',
  '请确认此企业已经完成认证',
  '上级企业已经完成认证',
  '超级管理员已完成认证，企业尚未认证',
  '法定代表人已认证，请继续企业认证',
  '此企业未完成认证',
  '此企业还没有已认证的超级管理员',
  '该企业已认证',
  '此企业已完成认证',
  '企业三要素不通过',
  '三要素校验失败: 工商库未能查询到企业信息，请核实信息或切换为上传营业执照认证。',
  '第【1】条注册信息参数错误，此企业已经完成认证',
])('%s: says nothing we know', text => {
  expect(saysVerified(text)).toBe(false)
})

test.each(['当前操作人没有认证中的企业认证流', '当前操作人没有认证中的企业认证流。'])(
  '%s: nothing is left',
  text => {
    expect(saysNoFlows(text)).toBe(true)
  },
)

test.each([
  '',
  '没有操作该认证流程的权限',
  '当前操作人没有操作认证中的企业认证流的权限',
  '当前操作人没有认证中的企业认证流的清理权限',
  '没有权限操作该流程',
  '无权限清理进行中的流程',
  '认证流已结束，无法清理',
  '没有流程',
  '不存在进行中的流程',
  '当前操作人没有开通认证流程功能',
  '当前操作人认证中的企业认证流没有全部清理',
])('%s: nothing is said about what is left', text => {
  expect(saysNoFlows(text)).toBe(false)
})

test.each([
  ['第【0】条注册信息参数错误，企业名称不合法', 0],
  ['第【9】条注册信息参数错误', 9],
  ['企业名称[示例]与第【0】条重复', null],
  ['共【3】条注册信息参数错误', null],
  ['第3条注册信息参数错误', null],
  ['', null],
])('%s is about the row %s', (text, place) => {
  expect(rowSaid(text)).toBe(place)
})

test('a long sentence costs no more than its length', () => {
  const text = `此企业已经完成认证，请联系此企业的超级管理员（${'（'.repeat(200_000)}`
  expect(saysVerified(text)).toBe(false)
})
