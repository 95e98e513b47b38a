import type { ReaderName } from './readers'

/**
 * Every file of the functions in which text or bytes are taken apart (doors.ts finds them), and why nobody can make it
 * costly: readers of growth.test.ts that go through it, or what bounds it. Who writes the next one has to say it here.
 */
type Place = readonly ReaderName[] | { bounded: string } | { own: string }

const settings: Place = { own: 'settings of the operator, once an instance' }
const stored: Place = { own: 'what we have written ourselves' }
const checked: Place = { bounded: 'has passed the schema of its action: isWithin, then every field' }

export const places: Readonly<Record<string, Place>> = {
  'cloudfunctions/api/answer.ts': ['a field with a long name', 'a long text in a field', 'a list of many'],
  'cloudfunctions/callback/event.ts': ['an address of a notice', 'headers of a notice'],
  'cloudfunctions/callback/probe.ts': ['a knock at our health'],
  'cloudfunctions/domain/day.ts': stored,
  'cloudfunctions/domain/integration/delivery.ts': ['an answer of a receiver'],
  'cloudfunctions/domain/invitation/redirect.ts': ['a way on from an invitation'],
  'cloudfunctions/platform/codeSheet/fonts.ts': stored,
  'cloudfunctions/platform/codeSheet/png.ts': {
    bounded: 'pictures of WeChat and our own; unpacked no further than their size says',
  },
  'cloudfunctions/platform/config.ts': settings,
  'cloudfunctions/platform/crypto.ts': stored,
  'cloudfunctions/platform/http.ts': {
    bounded: 'counts the bytes of an answer as they come: http.test.ts',
  },
  'cloudfunctions/platform/json.ts': ['JSON of a vendor'],
  'cloudfunctions/platform/outbound.ts': { bounded: '4 KB of an answer: outbound.test.ts' },
  'cloudfunctions/platform/probe.ts': { bounded: '4 KB of an answer: probe.test.ts' },
  'cloudfunctions/platform/sheet/kind.ts': ['a spreadsheet'],
  'cloudfunctions/platform/sheet/relations.ts': {
    bounded: 'counted while it is unpacked: test/sheets/bombs',
  },
  'cloudfunctions/platform/sheet/zip.ts': { bounded: 'counted while it is unpacked: test/sheets/bombs' },
  'cloudfunctions/platform/weakSettings.ts': settings,
  'cloudfunctions/platform/webhookSignature.ts': stored,
  'cloudfunctions/server/answer.ts': [
    'a body of the server API',
    'a key of the server API',
    'a query of the server API',
  ],
  'cloudfunctions/server/event.ts': ['an event of the server API'],
  'cloudfunctions/server/handlers.ts': checked,
  'cloudfunctions/usecases/batch/edit.ts': { bounded: 'as many bytes as the vendor takes of such a file' },
  'cloudfunctions/usecases/batch/send.ts': { bounded: 'as many bytes as it had when it was taken' },
  'cloudfunctions/usecases/batch/sharedLink.ts': stored,
  'cloudfunctions/usecases/handover/handover.ts': stored,
  'cloudfunctions/usecases/health/askedByDoctor.ts': ['a question of the doctor'],
  'cloudfunctions/usecases/health/reach.ts': { bounded: '4 KB: platform/probe.ts' },
  'cloudfunctions/usecases/invitation/sheet.ts': stored,
  'cloudfunctions/usecases/invitation/startInvited.ts': checked,
  'cloudfunctions/usecases/invitation/token.ts': stored,
  'cloudfunctions/usecases/kit/openSealed.ts': stored,
  'cloudfunctions/usecases/kit/table.ts': ['a spreadsheet', 'a pasted table'],
  'cloudfunctions/usecases/verification/askVendor.ts': stored,
  'cloudfunctions/usecases/verification/licence.ts': {
    bounded: 'as many bytes as the vendor takes of a licence',
  },
  'cloudfunctions/usecases/workplace/brand.ts': { bounded: '200 KB of a logo, never taken apart here' },
  'cloudfunctions/vendors/esign/answer.ts': ['an answer of e签宝'],
  'cloudfunctions/vendors/esign/auth-flow.ts': ['an answer of e签宝 about a flow'],
  'cloudfunctions/vendors/esign/authentication.ts': settings,
  'cloudfunctions/vendors/esign/invitations.ts': ['an answer of e签宝'],
  'cloudfunctions/vendors/esign/notice.ts': ['a signed notice of e签宝'],
  'cloudfunctions/vendors/esign/outline.ts': ['an answer of e签宝'],
  'cloudfunctions/vendors/ess/client.ts': ['a sentence of 电子签', 'JSON of a vendor'],
  'cloudfunctions/vendors/ess/notice.ts': [
    'an unsigned notice of 电子签',
    'a signed notice of 电子签',
    'an encrypted notice of 电子签',
  ],
  'cloudfunctions/vendors/jumps.ts': ['a way to a vendor'],
  'cloudfunctions/vendors/qiyuesuo/client.ts': ['an answer of 契约锁'],
  'cloudfunctions/vendors/qiyuesuo/envelope.ts': [
    'a form of 契约锁',
    'JSON of 契约锁',
    'an envelope of 契约锁',
  ],
  'cloudfunctions/vendors/settings.ts': settings,
  'cloudfunctions/vendors/vendor.ts': settings,
}
