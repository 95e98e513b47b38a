export default definePageConfig({ navigationBarTitleText: '认证批次', enablePullDownRefresh: true })
