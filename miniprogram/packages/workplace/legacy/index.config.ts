export default definePageConfig({ navigationBarTitleText: '旧邀请查询' })
