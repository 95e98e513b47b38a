export default definePageConfig({ navigationBarTitleText: '邀请方品牌' })
