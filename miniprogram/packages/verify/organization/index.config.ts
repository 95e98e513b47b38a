export default definePageConfig({ navigationBarTitleText: '填写企业信息' })
