import type { Texts } from './keys'

export const en: Texts = {
  'app.name': 'Real-name Hub',
  'common.loading': 'Loading…',
  'common.retry': 'Try again',
  'common.home': 'Back to home',
  'common.records': 'My verifications',

  'vendor.qiyuesuo': 'Qiyuesuo',

  'home.title.person': 'Personal identity verification',
  'home.lead.person':
    'Your identity is checked on a page of {vendor}, usually within a few minutes. Leaving half-way loses nothing.',
  'home.start.person': 'Start',
  'home.title.organization': 'Company verification',
  'home.lead.organization':
    'Your company is checked on a page of {vendor}. An applicant does it and becomes its system administrator at {vendor}.',
  'home.start.organization': 'Verify a company',
  'home.contract': 'Sign a contract',
  'home.contract.lead': 'Sign or read a contract sent to you on the page of {vendor}.',
  'home.contract.number': 'Contract',
  'home.contract.number.placeholder': 'Contract number',
  'home.contract.open': 'Open the contract',
  'home.contract.scan': 'Scan its code',
  'home.contract.badNumber': 'Enter a valid contract number, without spaces',
  'home.contract.unknownCode': 'This is no code of a contract; check it or type the contract number',
  'home.closed': 'Personal verification is not open yet. Please come back later.',
  'home.resume': 'Continue your verification',
  'home.resume.note': '{state} · {time}',
  'home.records.note': 'Progress and results',
  'home.trust': 'What happens with your data',
  'home.trust.kept': 'What we keep',
  'home.trust.kept.text':
    'The names, numbers and company data you type, for this verification only. Screens show personal names and numbers masked.',
  'home.trust.licence': 'Business licence',
  'home.trust.licence.text':
    'Uploaded only when you submit; the original is deleted once it was passed on to {vendor}.',
  'home.trust.retention': 'For how long',
  'home.trust.retention.text': 'What you typed is kept for {days} days at most and then deleted for good.',
  'home.trust.checker': 'Who checks',
  'home.trust.checker.text':
    '{vendor} does. Face and bank card data are entered on the page of {vendor}; we never see them.',
  'home.trust.consent': 'Consent comes first',
  'home.trust.consent.text': 'Nothing is passed to {vendor} before you separately consent to it.',

  'form.title': 'Your details',
  'form.lead': 'These details are passed to {vendor} to check that you are who you say.',
  'form.section.who': 'About you',
  'form.atVendor': 'Enter name and ID number on the page of the vendor',
  'form.atVendor.note': 'When on, you do not enter them here.',
  'form.name': 'Name',
  'form.name.placeholder': 'As on your document',
  'form.idType': 'Document',
  'form.idNumber': 'ID number',
  'form.idNumber.placeholder': 'Enter the number',
  'form.who.note':
    'Name and ID number are compared with official data. What you leave empty is asked on the page of {vendor}.',
  'form.contact': 'Mobile',
  'form.contact.placeholder': '11 digits',
  'form.contact.note':
    '{vendor} recognises your account by it and may send a code by SMS. Please use your own number.',
  'form.section.mode': 'How to verify',
  'form.mode.note': 'Each way checks something different. If unsure, let {vendor} suggest one.',
  'form.consent.person': 'I have read the notice and separately consent to passing these details to {vendor}',
  'form.consent.organization':
    'I have read the notice and separately consent to passing these details and files to {vendor}',
  'form.consent.contract':
    'I have read the notice and separately consent to passing my mobile number to {vendor}',
  'form.consent.read': 'Read the notice on personal data',
  'form.consent.version': 'Version {version}',
  'form.start': 'Start',
  'form.start.missing.person': 'Enter your mobile number and tick the consent to start.',
  'form.start.missing.organization':
    'Enter the company name and the mobile number of the applicant and tick the consent to start.',
  'form.start.note': 'Your details are then passed to {vendor} and its page opens.',
  'form.starting': 'Submitting…',
  'form.stays': 'Going back keeps what you typed; closing the mini-program clears it.',
  'form.privacyRefused':
    'You need to agree to the privacy guide of this mini-program first. Nothing was submitted; you can press Start again.',
  'form.kept': 'What you typed is still here; you can simply try again.',
  'form.error.name': 'Enter your name as on your document',
  'form.error.idType': 'Choose a supported document',
  'form.error.idNumber': 'This number is not valid; please check it',
  'form.error.contact': 'Enter a valid mobile number of 11 digits',
  'form.error.mode': 'Not available now; please choose another way',

  'organization.title': 'Company details',
  'organization.lead':
    'These details are passed to {vendor} to verify the company. Please let somebody fill them in who may act for it.',
  'organization.closed': 'Company verification is not open yet. Please come back later.',
  'organization.section.who': 'Company',
  'organization.name': 'Full name',
  'organization.name.placeholder': 'As on the business licence',
  'organization.registerNumber': 'Register no.',
  'organization.registerNumber.placeholder': 'Optional, 18 characters',
  'organization.legalPerson': 'Legal rep.',
  'organization.legalPerson.placeholder': 'Optional, name',
  'organization.who.note': 'The full name is needed; what you leave empty is asked on the page of {vendor}.',
  'organization.section.applicant': 'Applicant',
  'organization.applicantName': 'Name',
  'organization.applicantName.placeholder': 'Optional, as on the document',
  'organization.applicantMobile': 'Mobile',
  'organization.applicant.note':
    'The applicant is who does this verification. Once verified, the account of this number becomes the system administrator of the company at {vendor}; please use your own number.',
  'organization.error.name': 'Enter the full name as on the business licence',
  'organization.error.registerNumber': 'This register number is not valid; please check it',
  'organization.error.legalPerson': 'Enter the name of the legal representative',
  'organization.error.applicantName': 'Enter the name of the applicant',

  'licence.title': 'Business licence (optional)',
  'licence.note':
    '{types}, {limit} at most. Nothing is uploaded now; at the start it is passed to {vendor} and the original deleted at once.',
  'licence.album': 'Choose from album',
  'licence.camera': 'Take a photo',
  'licence.chat': 'Choose from chat files',
  'licence.picked': 'Business licence chosen',
  'licence.remove': 'Remove',
  'licence.tooLarge': 'The file has {size}, more than the {limit} allowed; make it smaller or take another',
  'licence.wrongType': 'Only {types} files; please take another',
  'licence.unreadable': 'This file cannot be read; please choose again',
  'licence.refused':
    'No file was given. Allow album, camera or chat files and try again; you can also go on without a licence.',

  'existing.title': 'You have an unfinished verification',
  'existing.text':
    'Only one can run at a time. Continue it, or cancel it and start anew with what you typed now.',
  'existing.continue': 'Continue the earlier one',
  'existing.restart': 'Cancel it and start anew',
  'existing.close': 'Not now',

  'consent.title': 'Notice on personal data',
  'consent.controller.title': 'Who processes your data',
  'consent.controller.person':
    '{controller} (“we”) processes the personal data you enter on this page in order to verify your identity.',
  'consent.controller.organization':
    '{controller} (“we”) processes the company data you enter on this page, and the personal data in them, in order to verify the company.',
  'consent.controller.contract':
    '{controller} (“we”) processes the mobile number you confirm in order to open your contract.',
  'consent.purpose.title': 'For what',
  'consent.purpose.person':
    'Only to verify your identity and to tell you the result. Not for marketing and not for anything else.',
  'consent.purpose.organization':
    'Only to verify the company and to tell you the result. Not for marketing and not for anything else.',
  'consent.purpose.contract':
    'Only to find out that you may open this contract. Not for marketing and not for anything else.',
  'consent.kinds.title': 'Which data',
  'consent.kinds.person':
    'Name, kind of document, ID number, mobile number, the chosen way, and state and result of the verification. An ID number needs strict protection: a leak may harm your person or property. Without it nobody can confirm that it is you.',
  'consent.kinds.organization':
    'Company name, register number, name of the legal representative, name and mobile number of the applicant, the image or file of the business licence (should you give one), and state and result of the verification. Before you enter the name of somebody else, ask for their consent.',
  'consent.kinds.contract':
    'The mobile number you confirm in WeChat and the contract number. The contract is shown by {vendor} on its page; we never see it.',
  'consent.vendor.title': 'Who receives it (separate consent)',
  'consent.vendor.person':
    'These data are passed to the e-signature service {vendor}, which verifies your identity and returns the result. Should you choose face, bank card or Alipay, {vendor} collects what it needs on its own page with its own consent; we never see face images or bank card data. By ticking you separately consent to passing these data to {vendor}.',
  'consent.vendor.organization':
    'These data are passed to the e-signature service {vendor}, which verifies the company and returns the result; once verified, the applicant becomes the system administrator of the company at {vendor}. Whatever else {vendor} asks for on its page it collects with its own consent. By ticking you separately consent to passing these data to {vendor}.',
  'consent.vendor.contract':
    'Your mobile number is passed to the e-signature service {vendor}, which finds out whether you are to sign this contract. By ticking you separately consent to passing your mobile number to {vendor}.',
  'consent.retention.title': 'For how long',
  'consent.retention.person':
    'What you typed is stored encrypted for {days} days at most and then deleted for good. To prove your consent we keep a record of it that holds neither names nor numbers.',
  'consent.retention.organization':
    'What you typed is stored encrypted for {days} days at most and then deleted for good. The business licence is deleted as soon as it was passed on; no copy stays with us. To prove your consent we keep a record of it that holds neither names nor numbers.',
  'consent.retention.contract':
    'We keep neither your mobile number nor the contract. To prove your consent we keep a record of it that holds neither names nor numbers.',
  'consent.rights.title': 'Your rights',
  'consent.rights.person':
    'You may ask to see, correct or delete your data and may withdraw your consent; that does not affect what was done before. Refusing has no effect on anything else, but your identity cannot be verified.',
  'consent.rights.organization':
    'You may ask to see, correct or delete your data and may withdraw your consent; that does not affect what was done before. Refusing has no effect on anything else, but the company cannot be verified.',
  'consent.rights.contract':
    'You may ask to see or delete your data and may withdraw your consent; that does not affect what was done before. Refusing has no effect on anything else, but the contract cannot be opened here.',
  'consent.rights.phone': 'To use your rights or to ask, call {phone}.',
  'consent.rights.noPhone': 'To use your rights or to ask, contact {controller}.',
  'consent.minors.title': 'Minors',
  'consent.minors.text': 'Under the age of 14, let a guardian read and decide; do not submit by yourself.',
  'consent.version': 'Version of this notice: {version}',
  'consent.close': 'I have read it',

  'verification.title': 'Progress',
  'verification.missing.title': 'Verification not found',
  'verification.missing.text': 'It may belong to another WeChat account, or the link is incomplete.',
  'verification.open': 'Go and verify',
  'verification.open.again': 'Continue',
  'verification.opening': 'Opening…',
  'verification.refresh': 'Check the result',
  'verification.refreshing': 'Checking…',
  'verification.restart': 'Verify again',
  'verification.contact': 'Call support {phone}',
  'verification.contact.none': 'Please contact the organisation that offers you this service.',
  'verification.cancel': 'Cancel this verification',
  'verification.cancel.title': 'Cancel this verification?',
  'verification.cancel.text': 'This cannot be undone; you can start a new one whenever you need it.',
  'verification.cancel.yes': 'Yes, cancel it',
  'verification.cancel.no': 'Keep it',
  'verification.stale': 'Below is the last state we know.',
  'verification.notOpened': 'No way in was given this time; please press again.',
  'verification.unavailable':
    'The page of {vendor} could not be opened; nothing is lost. Try again later; if it still fails, update WeChat or contact support.',
  'verification.useLink': 'The page does not open? Use a link',
  'verification.useLink.short': 'Use a link',
  'verification.useLink.again': 'Get a new link',
  'verification.useLink.busy': 'Getting a link…',
  'verification.jumpCanceled': 'You cancelled the jump; nothing is lost and you can open it again.',
  'verification.expires': 'Please finish before {time} ({left} left)',
  'verification.steps': 'Steps',
  'verification.facts': 'Details',
  'verification.fact.name.person': 'Name',
  'verification.fact.name.organization': 'Company',
  'verification.fact.name.none': 'Entered on the page of {vendor}',
  'verification.fact.contact.person': 'Mobile',
  'verification.fact.contact.organization': 'Applicant',
  'verification.fact.mode': 'Way',
  'verification.fact.vendor': 'Checked by',
  'verification.fact.created': 'Started',
  'verification.fact.updated': 'Updated',

  'contract.title': 'Sign a contract',
  'contract.lead': 'The contract opens on the page of {vendor}. Check its number, then confirm your phone.',
  'contract.closed': 'Contracts cannot be signed here now; please ask who sent it.',
  'contract.unknown.title': 'No contract found',
  'contract.unknown.text':
    'The link or code is incomplete. Open it again, or type the contract number on the home page.',
  'contract.which': 'Contract',
  'contract.contractId': 'Contract number',
  'contract.bizId': 'Business number',
  'contract.intent': 'What would you like to do',
  'contract.intent.sign': 'Sign it',
  'contract.intent.sign.note': 'Read it, then sign on the page of {vendor}',
  'contract.intent.view': 'Read it',
  'contract.intent.view.note': 'Only read, nothing is signed',
  'contract.open.sign': 'Confirm phone and sign',
  'contract.open.view': 'Confirm phone and read',
  'contract.open.note':
    'WeChat asks you to confirm your number, by which {vendor} knows its signers. We do not keep it.',
  'contract.open.missing': 'Tick the consent to open the contract.',
  'contract.again': 'Open it again',
  'contract.again.note': 'A confirmation counts once; opening again needs a new one.',
  'contract.submitted': 'Signature submitted; what counts is what {vendor} says',
  'contract.submitted.text': 'Others may still have to sign. Open the contract again for its latest state.',
  'contract.returned': 'You are back; what counts is what {vendor} says',
  'contract.returned.text': 'If you were not finished, open the contract again.',
  'contract.notVisible.text':
    'Check the contract number and that the number you confirmed is the one the contract was sent to.',
  'contract.phoneRefused':
    'Without your number the contract was not opened: {vendor} knows its signers by it. You can press the button again.',
  'contract.phoneUnavailable':
    'WeChat gave no number, so the contract was not opened. Update WeChat and try again, or ask who sent it.',
  'contract.unavailable':
    'The page of {vendor} could not be opened. Update WeChat and try again, or ask who sent the contract.',
  'contract.jumpCanceled': 'You cancelled the jump; you can open the contract again.',

  'handoff.miniProgram': 'Press the button below to verify in the mini-program of {vendor}.',
  'handoff.miniProgram.open': 'Open the mini-program of {vendor}',
  'handoff.qrImage':
    'Scan the code with WeChat on another phone, or long-press it. Then check the result here.',
  'handoff.webUrl':
    'Copy the link and open it in a browser, or scan the code with another device. Then check the result here.',
  'handoff.copy': 'Copy the link',
  'handoff.expires': 'Valid until {time} ({left} left). Do not pass it on.',
  'handoff.expired': 'This link has expired; please get a new one.',
  'handoff.once':
    'The link opens once. Do not send it through a chat: a preview there may use it up. If it does not open, get a new one.',
  'handoff.private': 'This link is yours alone. Do not pass it on.',

  'records.title': 'My verifications',
  'records.empty': 'No verifications yet',
  'records.empty.text': 'Once you start one, its progress and result appear here.',
  'records.start': 'Verify now',
  'records.more': 'Loading more…',
  'records.end': 'That is all',
  'records.item.person': 'Personal verification',
  'records.item.organization': 'Company verification',

  'state.created': 'Submitting',
  'state.created.detail': 'Your request is on its way to {vendor}.',
  'state.indeterminate': 'Confirming your request',
  'state.indeterminate.detail': 'We are asking {vendor}. No need to fill it in again.',
  'state.ready': 'Your turn',
  'state.ready.detail': 'Your request is in. Please verify on the page of {vendor}.',
  'state.processing': 'In progress',
  'state.processing.detail':
    'If you have finished at {vendor}, check the result; if you left half-way, continue.',
  'state.verified': 'Verified',
  'state.verified.detail': 'There is nothing else for you to do.',
  'state.rejected': 'Not passed',
  'state.rejected.detail':
    '{vendor} did not confirm it. Check name, ID number and mobile number and try again.',
  'state.rejected.organization':
    '{vendor} did not confirm it. Check company name, register number and legal representative and try again.',
  'state.already': 'Verified before',
  'state.already.detail':
    'This company was verified at {vendor} before; no need to do it again. To use it, ask its system administrator at {vendor}.',
  'state.already.limits':
    'This does not prove that you may act for the company, nor that you are its administrator.',
  'reason.basicInformation':
    'The company data were not confirmed. Compare company name, register number and legal representative with the business licence and try again.',
  'reason.authorizationLetter':
    'The letter of authorization was not accepted. Prepare it as the page of {vendor} asks (complete, with a clear seal) and verify again.',
  'state.expired': 'Expired',
  'state.expired.detail': 'It was not finished in time. You can start a new one.',
  'state.canceled': 'Cancelled',
  'state.canceled.detail': 'This verification was cancelled. You can start a new one whenever you need it.',
  'state.revoked': 'No longer valid',
  'state.revoked.detail': '{vendor} withdrew the result. Please contact support if you have questions.',
  'state.reviewing': 'Being reviewed',
  'state.reviewing.detail':
    'Staff of {vendor} are checking; this may take a while. You may leave and come back for the result.',
  'state.blocked': 'Cannot go on now',
  'state.blocked.detail': 'Support has to act first. What you typed is not lost.',
  'state.unanswered': 'Not submitted yet',
  'state.unanswered.detail':
    '{vendor} did not answer in time. You can continue; no need to fill it in again.',
  'state.waiting': 'Checking the result',
  'state.waiting.detail': 'Waiting for the result from {vendor}.',

  'stepStatus.done': 'Done',
  'stepStatus.current': 'Now',
  'stepStatus.todo': 'To do',
  'stepStatus.failed': 'Failed',
  'step.submit': 'Submit details',
  'step.handoff': 'Go to the vendor',
  'step.check': 'Vendor checks',
  'step.result': 'Result',

  'assurance.account':
    '{vendor} confirms that this account has been verified (possibly before this verification).',
  'assurance.account.organization': '{vendor} confirms that this company is verified (perhaps earlier).',
  'assurance.attempt': '{vendor} confirms that you passed this very verification.',

  'mode.any': 'Suggested by {vendor}',
  'mode.any.note': 'Choose a way on its page',
  'mode.threeFactor': 'Mobile number',
  'mode.threeFactor.note': 'Name, ID number and mobile number must belong together',
  'mode.face': 'Face',
  'mode.face.note': 'Uses the camera; only you can do it',
  'mode.bankCard': 'Bank card',
  'mode.bankCard.note': 'Needs your card number and the mobile number known to the bank',
  'mode.alipay': 'Alipay',
  'mode.alipay.note': 'Uses your own verified Alipay account',

  'idType.residentId': 'Resident ID card',
  'idType.passport': 'Passport',
  'idType.hkMacauPermit': 'Travel permit (HK/Macao)',
  'idType.taiwanPermit': 'Travel permit (Taiwan)',

  'time.now': 'just now',
  'time.minutes': '{n} min ago',
  'time.hours': '{n} h ago',
  'left.minutes': '{n} min',
  'left.hours': '{n} h',
  'left.days': '{n} days',
  'left.none': 'less than 1 min',

  'error.NETWORK': 'No connection or no answer. Check your network and try again',
  'error.INVALID_INPUT': 'Something is not filled in correctly; please check',
  'error.UNKNOWN_ACTION': 'This version cannot do that; please update the mini-program',
  'error.NOT_SIGNED_IN': 'Please open the mini-program in WeChat',
  'error.NOT_FOUND': 'Verification not found',
  'error.CONSENT_REQUIRED': 'Please read the notice and consent first',
  'error.KEY_CONFLICT': 'This differs from what was submitted before; please press Start again',
  'error.START_IN_PROGRESS': 'Your last submission is still being handled; please wait a moment',
  'error.VENDOR_OFF': 'This way is not open; choose another one or contact support',
  'error.NOT_RENEWABLE': 'This verification has ended; please start a new one',
  'error.NOT_CANCELABLE': 'This verification has ended and cannot be cancelled',
  'error.PHONE_CODE_INVALID': 'The confirmation of your number is no longer valid; please confirm again',
  'error.CONTRACT_NOT_VISIBLE': 'There is no such contract, or you are not one of its signers',
  'error.LICENCE_UNREADABLE': 'The licence file cannot be used; please choose a JPG, PNG or PDF again',
  'error.VENDOR_UNAVAILABLE': 'The verification service cannot be reached; please try again later',
  'error.BUSY': 'Something else happened meanwhile; refresh and try again',
  'error.NOT_CONFIGURED': 'The service is not set up yet; please contact the administrator',
  'error.INTERNAL': 'The service is unavailable; please try again later',

  'problem.VENDOR_NO_ANSWER': '{vendor} has not answered; please continue a little later',
  'problem.VENDOR_UNAVAILABLE': '{vendor} cannot be reached; please continue a little later',
  'problem.VENDOR_REFUSED': '{vendor} did not accept the request; check your details and start again',
  'problem.VENDOR_MISCONFIGURED': 'The service is not configured correctly; please contact support',
}
