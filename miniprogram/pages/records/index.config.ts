export default definePageConfig({ navigationBarTitleText: '我的认证记录', enablePullDownRefresh: true })
