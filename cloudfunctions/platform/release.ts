/** Put in by the build. */
declare const BUILD_RELEASE: string

/** Which build this is: the version and a hash of its sources, as in `0.2.0+1a2b3c4d5e6f`; `unbuilt` in unit tests. */
export const release = typeof BUILD_RELEASE === 'string' ? BUILD_RELEASE : 'unbuilt'
