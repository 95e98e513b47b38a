export default definePageConfig({ navigationBarTitleText: '邀请批次', enablePullDownRefresh: true })
