export default definePageConfig({ navigationBarTitleText: '批量认证', enablePullDownRefresh: true })
