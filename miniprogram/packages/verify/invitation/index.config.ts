export default definePageConfig({ navigationBarTitleText: '认证邀请', enablePullDownRefresh: true })
