export default definePageConfig({ navigationBarTitleText: '认证单', enablePullDownRefresh: true })
