export default definePageConfig({ navigationBarTitleText: '书面请求' })
