export default definePageConfig({
  navigationBarTitleText: '邀请详情',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
