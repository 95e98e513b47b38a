export default definePageConfig({ navigationBarTitleText: '新建批量认证' })
