export default definePageConfig({
  navigationBarTitleText: '认证链接',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
