/** A title as part of the name of a file: without the signs that some system does not allow there. */
export const fileName = (title: string): string => title.replace(/[\\/:*?"<>|\s]+/g, ' ').trim()
