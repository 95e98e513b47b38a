import * as v from 'valibot'

/** A spreadsheet as a file. */
export const fileSource = v.strictObject({
  kind: v.literal('file'),
  /** Of `wx.cloud.uploadFile` below `imports/`; the file is deleted once it was read. */
  fileId: v.pipe(
    v.string(),
    v.maxLength(300),
    v.regex(/^cloud:\/\/[^/]+\/imports\/[\w-]{16,64}\.(xlsx|csv)$/),
  ),
})

/** As copied out of a spreadsheet, or comma-separated. */
export const textSource = v.strictObject({
  kind: v.literal('text'),
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(300_000)),
})
