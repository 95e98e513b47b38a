import * as v from 'valibot'

/** A spreadsheet as a file. */
export const fileSource = v.strictObject({
  kind: v.literal('file'),
  /** Of `wx.cloud.uploadFile` below `imports/`; the file is deleted once it was read. `.txt`: text as it was pasted. */
  fileId: v.pipe(
    v.string(),
    v.maxLength(300),
    v.regex(/^cloud:\/\/[^/]+\/imports\/[\w-]{16,64}\.(xlsx|csv|txt)$/),
  ),
})

/**
 * As copied out of a spreadsheet, or comma-separated. A call of the mini-program carries 100 KB; whatever these signs
 * are, they fit. Longer text comes as a file.
 */
export const textSource = v.strictObject({
  kind: v.literal('text'),
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(16_000)),
})
