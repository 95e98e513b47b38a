export default definePageConfig({ navigationBarTitleText: '实名通', enablePullDownRefresh: true })
