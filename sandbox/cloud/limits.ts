/** Limits of the platform, in bytes unless the name says otherwise. Sources: WeChat and CloudBase documentation. */
const kilobyte = 1024
const megabyte = 1024 * kilobyte

/** A function's result to a mini-program (-604001) and a database answer (-602001). */
export const clientResultLimit = megabyte
export const databaseResultLimit = megabyte
/** What a mini-program may send with a call; WeChat documents the advice and no figure, so the local cloud takes no more. */
export const clientEventLimit = 100 * kilobyte
/** Synchronous SCF event and answer. */
export const eventLimit = 6 * megabyte
export const answerLimit = 6 * megabyte
/** HTTP access (EXCEED_MAX_PAYLOAD_SIZE). */
export const httpTextBodyLimit = 100 * kilobyte
export const httpBinaryBodyLimit = 6 * megabyte
/** SCF's limit for all environment variables of a function together. */
export const environmentLimit = 4 * kilobyte
/** Documents of one `get`. */
export const defaultListLimit = 100
export const maximumListLimit = 1000
/** Ours: MongoDB's largest document. */
export const gatewayBodyLimit = 16 * megabyte
/** Ours: a file of the local storage. */
export const fileLimit = 100 * megabyte
/** WeChat's default when a function states none. */
export const defaultTimeoutSeconds = 3
