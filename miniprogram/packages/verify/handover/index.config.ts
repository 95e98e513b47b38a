export default definePageConfig({ navigationBarTitleText: '换手机继续' })
