/**
 * What people and organizations are called and numbered, each in its one right form: used by forms, spreadsheets,
 * actions, searches and the calls of vendors alike. Small and free of everything, because the mini-program has it too.
 */
export { readBankNumber } from './bankNumber'
export { businessNumberKey, readBusinessNumber } from './businessNumber'
export { isCreditCode, readCreditCode, readRegisterNumber } from './creditCode'
export { readEmail } from './email'
export { maskContact, maskIdNumber, maskName } from './mask'
export { readMobile } from './mobile'
export { organizationNameKey, readOrganizationName } from './organizationName'
export { type PaperType, readPaper, readWholePermit } from './papers'
export { personNameKey, readPersonName } from './personName'
export { likeliest, type Reading, type ReadingFault, readingFaults } from './reading'
export { isResidentId, readResidentId } from './residentId'
export { earlierSearchForms, searchForm } from './searchForm'
export { plainNumber, visibleLines, visibleText } from './signs'
