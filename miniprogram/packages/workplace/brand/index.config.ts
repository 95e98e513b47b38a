export default definePageConfig({ navigationBarTitleText: '邀请方的样子' })
