import { defineTexts } from '../../../i18n'

/** The notice on personal data, for each matter. */
const zh = {
  title: '个人信息处理授权说明',
  'controller.title': '谁在处理您的信息',
  'controller.person': '{controller}（以下称“我们”）为核实您的身份，处理您在本页填写的个人信息。',
  'controller.organization':
    '{controller}（以下称“我们”）为核实企业身份，处理您在本页填写的企业信息和其中的个人信息。',
  'controller.contract': '{controller}（以下称“我们”）为打开您的合同，处理您授权的手机号。',
  'purpose.title': '处理目的和方式',
  'purpose.person': '仅用于核实您的身份并向您反馈结果，不用于营销，不用于其他目的。',
  'purpose.organization': '仅用于核实企业身份并向您反馈结果，不用于营销，不用于其他目的。',
  'purpose.contract': '仅用于确认您可以打开这份合同，不用于营销，不用于其他目的。',
  'kinds.title': '处理哪些信息',
  'kinds.person':
    '姓名、证件类型、证件号码、手机号、所选认证方式，以及认证状态和结果。证件号码属于应当严格保护的信息，一旦泄露可能影响您的人身或财产安全；没有它，无法确认是否为您本人。',
  'kinds.organization':
    '企业全称、统一社会信用代码、法定代表人姓名、经办人姓名和手机号、营业执照图片或文件（如您选择提供），以及认证状态和结果。填写他人的姓名前，请先取得本人同意。',
  'kinds.contract': '您在微信确认的手机号和合同编号。合同内容由{vendor}在其页面展示，我们不接触。',
  'vendor.title': '提供给谁（单独同意）',
  'vendor.person':
    '上述信息将提供给认证机构{vendor}，由其核验身份并返回结果。若选择刷脸、银行卡或支付宝等方式，相应信息由{vendor}在其页面另行征得同意后收集，我们不接触人脸图像和银行卡信息。勾选同意，即表示您单独同意向{vendor}提供上述信息。',
  'vendor.organization':
    '上述信息将提供给认证机构{vendor}，由其核验企业身份并返回结果；认证通过后，经办人成为该企业在{vendor}的系统管理员。{vendor}在其页面要求的其他信息，由其另行征得同意后收集。勾选同意，即表示您单独同意向{vendor}提供上述信息。',
  'vendor.contract':
    '您的手机号将提供给认证机构{vendor}，由其判断您是否为这份合同的签署人。勾选同意，即表示您单独同意向{vendor}提供手机号。',
  'retention.title': '保存多久',
  'retention.person':
    '您填写的内容以加密方式保存，最多 {days} 天，之后删除且无法恢复。为证明已征得同意，我们会保留不含姓名和号码的同意记录；删除以后，其中也不再有您的微信标识。',
  'retention.organization':
    '您填写的内容以加密方式保存，最多 {days} 天，之后删除且无法恢复。营业执照交给认证机构后，我们立即删除原件，不留副本。为证明已征得同意，我们会保留不含姓名和号码的同意记录；删除以后，其中也不再有您的微信标识。',
  'retention.contract':
    '我们不保存您的手机号，也不保存合同。为证明已征得同意，我们会保留不含姓名和号码的同意记录；删除以后，其中也不再有您的微信标识。',
  'rights.title': '您的权利',
  'rights.person':
    '您可以在首页的“我的信息”里查询、拿一份副本、撤回同意、删除；填错了的，取消或删除后重新填写。撤回不影响此前已进行的处理。不同意不会影响其他功能，但无法完成实名认证。',
  'rights.organization':
    '您可以在首页的“我的信息”里查询、拿一份副本、撤回同意、删除；填错了的，取消或删除后重新填写。撤回不影响此前已进行的处理。不同意不会影响其他功能，但无法完成企业认证。',
  'rights.contract':
    '您可以在首页的“我的信息”里查询、撤回同意、删除。撤回不影响此前已进行的处理。不同意不会影响其他功能，但无法在这里打开合同。',
  'rights.phone': '行使权利或咨询，请致电 {phone}。',
  'rights.noPhone': '行使权利或咨询，请联系{controller}。',
  'minors.title': '未成年人',
  'minors.text': '未满十四周岁的，请由监护人阅读并决定，不要自行提交。',
  version: '授权说明版本：{version}',
  close: '我已阅读',
}

const en: Record<keyof typeof zh, string> = {
  title: 'Notice on personal data',
  'controller.title': 'Who processes your data',
  'controller.person':
    '{controller} (“we”) processes the personal data you enter on this page in order to verify your identity.',
  'controller.organization':
    '{controller} (“we”) processes the company data you enter on this page, and the personal data in them, in order to verify the company.',
  'controller.contract':
    '{controller} (“we”) processes the mobile number you confirm in order to open your contract.',
  'purpose.title': 'For what',
  'purpose.person':
    'Only to verify your identity and to tell you the result. Not for marketing and not for anything else.',
  'purpose.organization':
    'Only to verify the company and to tell you the result. Not for marketing and not for anything else.',
  'purpose.contract':
    'Only to find out that you may open this contract. Not for marketing and not for anything else.',
  'kinds.title': 'Which data',
  'kinds.person':
    'Name, kind of document, ID number, mobile number, the chosen way, and state and result of the verification. An ID number needs strict protection: a leak may harm your person or property. Without it nobody can confirm that it is you.',
  'kinds.organization':
    'Company name, register number, name of the legal representative, name and mobile number of the applicant, the image or file of the business licence (should you give one), and state and result of the verification. Before you enter the name of somebody else, ask for their consent.',
  'kinds.contract':
    'The mobile number you confirm in WeChat and the contract number. The contract is shown by {vendor} on its page; we never see it.',
  'vendor.title': 'Who receives it (separate consent)',
  'vendor.person':
    'These data are passed to the e-signature service {vendor}, which verifies your identity and returns the result. Should you choose face, bank card or Alipay, {vendor} collects what it needs on its own page with its own consent; we never see face images or bank card data. By ticking you separately consent to passing these data to {vendor}.',
  'vendor.organization':
    'These data are passed to the e-signature service {vendor}, which verifies the company and returns the result; once verified, the applicant becomes the system administrator of the company at {vendor}. Whatever else {vendor} asks for on its page it collects with its own consent. By ticking you separately consent to passing these data to {vendor}.',
  'vendor.contract':
    'Your mobile number is passed to the e-signature service {vendor}, which finds out whether you are to sign this contract. By ticking you separately consent to passing your mobile number to {vendor}.',
  'retention.title': 'For how long',
  'retention.person':
    'What you typed is stored encrypted for {days} days at most and then deleted for good. To prove your consent we keep a record of it that holds neither names nor numbers, and once erased not your WeChat id either.',
  'retention.organization':
    'What you typed is stored encrypted for {days} days at most and then deleted for good. The business licence is deleted as soon as it was passed on; no copy stays with us. To prove your consent we keep a record of it that holds neither names nor numbers, and once erased not your WeChat id either.',
  'retention.contract':
    'We keep neither your mobile number nor the contract. To prove your consent we keep a record of it that holds neither names nor numbers, and once erased not your WeChat id either.',
  'rights.title': 'Your rights',
  'rights.person':
    'Under “My data” on the first page you can see what is kept, take a copy, withdraw your consent and erase; what was mistyped is entered anew after canceling or erasing. Withdrawing does not affect what was done before. Refusing has no effect on anything else, but your identity cannot be verified.',
  'rights.organization':
    'Under “My data” on the first page you can see what is kept, take a copy, withdraw your consent and erase; what was mistyped is entered anew after canceling or erasing. Withdrawing does not affect what was done before. Refusing has no effect on anything else, but the company cannot be verified.',
  'rights.contract':
    'Under “My data” on the first page you can see what is kept, withdraw your consent and erase. Withdrawing does not affect what was done before. Refusing has no effect on anything else, but the contract cannot be opened here.',
  'rights.phone': 'To use your rights or to ask, call {phone}.',
  'rights.noPhone': 'To use your rights or to ask, contact {controller}.',
  'minors.title': 'Minors',
  'minors.text': 'Under the age of 14, let a guardian read and decide; do not submit by yourself.',
  version: 'Version of this notice: {version}',
  close: 'I have read it',
}

export const consentText = defineTexts({ zh, en })
