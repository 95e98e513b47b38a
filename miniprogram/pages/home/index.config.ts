export default definePageConfig({ navigationBarTitleText: '实名通' })
